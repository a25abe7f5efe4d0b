import { format } from 'node:util';
import Mocha from 'mocha';
import { redirectConsole } from './hostConsole';
import { sourcePositions } from './sourcePositions';

/** A limit, not a wait: what takes a second alone may take many on a machine that is busy with other things. */
const TIMEOUT_MS = 90_000;

/** Runs in an extension host what the function loads. @throws where not all tests have passed. */
export async function runSuite(load: () => Promise<void>): Promise<void> {
  const terminal = redirectConsole();
  const { passes, failures } = await runLoaded(load);
  console.log(`host: ${passes} passed, ${failures} failed`);
  await terminal.flush();
  if (failures > 0 || passes === 0) {
    throw new Error(passes === 0 ? 'No test has passed.' : 'Not all tests have passed.');
  }
}

async function runLoaded(load: () => Promise<void>): Promise<{ passes: number; failures: number }> {
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: TIMEOUT_MS,
    forbidOnly: process.env['CI'] !== undefined,
  });
  const toSources = sourcePositions();
  // Formatted here: VS Code's console, on its way to a terminal, leaves the placeholders of a message as they are.
  Mocha.reporters.Base.consoleLog = (...args: readonly unknown[]) => {
    console.log(toSources(format(...args)));
  };
  try {
    // What mocha does before it loads a file: here the files are part of this bundle.
    mocha.suite.emit('pre-require', globalThis, '', mocha);
    await load();
  } catch (error) {
    console.error(error);
    return { passes: 0, failures: 1 };
  }
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => {
      resolve({ passes: runner.stats?.passes ?? 0, failures });
    });
  });
}
