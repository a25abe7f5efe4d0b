import { runSuite } from '../host/runner/runSuite';

/** The entry that VS Code calls in its extension host for an hour's worth of use. */
export function run(): Promise<void> {
  return runSuite(async () => {
    await import('./endurance.test');
  });
}
