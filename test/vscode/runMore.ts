import { startGuarded } from './guarded';
import { runMain } from './main';
import { repository } from './paths';
import { oldest } from './releases';

/** What `npm test` has no time for: the oldest VS Code, the whole endurance test, the fleet, and random input that is new each time. */
const STEPS = [
  { script: 'test:host', vscode: oldest.vscode },
  { script: 'test:faults', vscode: oldest.vscode },
  { script: 'test:endurance:quick', vscode: oldest.vscode },
  { script: 'test:e2e', vscode: oldest.vscode },
  { script: 'test:endurance', vscode: undefined },
  { script: 'test:fleet', vscode: undefined },
  { script: 'test:fuzz', vscode: undefined },
] as const;

/** npm run test:more. All steps are taken, also after one that failed; at the end it is said how each went. */
async function main(): Promise<number> {
  const lines: string[] = [];
  let hasFailed = false;
  for (const { script, vscode } of STEPS) {
    const started = Date.now();
    const run = startGuarded('npm', ['run', script], {
      cwd: repository,
      env: { ...process.env, ...(vscode ? { KIRIM_VSCODE_VERSION: vscode } : {}) },
    });
    run.stdout.pipe(process.stdout, { end: false });
    run.stderr.pipe(process.stderr, { end: false });
    const code = await run.ended;
    hasFailed ||= code !== 0;
    const minutes = ((Date.now() - started) / 60_000).toFixed(1);
    lines.push(`${code === 0 ? 'passed' : 'FAILED'}  ${script}${vscode ? `, VS Code ${vscode}` : ''}, ${minutes} min`);
  }
  console.log(`\n${lines.join('\n')}`);
  return hasFailed ? 1 : 0;
}

runMain(main);
