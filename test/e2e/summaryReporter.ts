import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Ends the output with one plain line, such as `e2e: 12 passed, 0 failed`. */
export default class SummaryReporter implements Reporter {
  #passed = 0;
  #failed = 0;

  onTestEnd(_test: TestCase, { status }: TestResult): void {
    if (status === 'passed') {
      this.#passed += 1;
    } else if (status !== 'skipped') {
      this.#failed += 1;
    }
  }

  onExit(): Promise<void> {
    console.log(`e2e: ${this.#passed} passed, ${this.#failed} failed`);
    return Promise.resolve();
  }

  printsToStdio(): boolean {
    return false;
  }
}
