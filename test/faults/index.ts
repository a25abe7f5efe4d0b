import { runSuite } from '../host/runner/runSuite';

/** The entry that VS Code calls in its extension host for the faults. */
export function run(): Promise<void> {
  return runSuite(async () => {
    await import('./matrix.test');
  });
}
