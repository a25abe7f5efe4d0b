import type { Reporter, TestModule } from 'vitest/node';

/** Says with how many cases, and from which seed, each property was tried, and how many there were in all. */
export class FuzzReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let total = 0;
    const lines: string[] = [];
    for (const test of modules.flatMap(({ children }) => [...children.allTests()])) {
      const { fuzz } = test.meta();
      if (fuzz) {
        total += fuzz.cases;
        lines.push(`${String(fuzz.cases).padStart(8)}  seed ${String(fuzz.seed).padEnd(10)}  ${test.fullName}`);
      }
    }
    console.log(`\n${lines.join('\n')}\n${String(total).padStart(8)}  cases in all, of ${lines.length} properties\n`);
  }
}
