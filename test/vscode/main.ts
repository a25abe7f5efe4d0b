import { endWithParent } from './orphan';

/** Runs a program of this folder, which resolves with its exit code. What goes wrong is said without a stack trace. */
export function runMain(main: () => Promise<number>): void {
  endWithParent();
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}
