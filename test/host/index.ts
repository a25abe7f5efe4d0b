import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { redirectConsole } from './hostConsole';
import { sourcePositions } from './sourcePositions';

const SUITE_FOLDER = join(__dirname, '../../test/host');
const ENDING = '.test.ts';

/** The entry that VS Code calls in its extension host: runs every test/host/*.test.ts. */
export async function run(): Promise<void> {
  const terminal = redirectConsole();
  const { passes, failures } = await runSuite();
  console.log(`host: ${passes} passed, ${failures} failed`);
  await terminal.flush();
  if (failures > 0 || passes === 0) {
    throw new Error(passes === 0 ? 'No test has passed.' : 'Not all tests have passed.');
  }
}

async function runSuite(): Promise<{ passes: number; failures: number }> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 20_000, forbidOnly: process.env['CI'] !== undefined });
  const toSources = sourcePositions();
  // Formatted here: VS Code's console, on its way to a terminal, leaves the placeholders of a message as they are.
  Mocha.reporters.Base.consoleLog = (...args: readonly unknown[]) => {
    console.log(toSources(format(...args)));
  };
  try {
    await load(mocha);
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

async function load(mocha: Mocha): Promise<void> {
  // What mocha does before it loads a file: here the files are part of this bundle.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  const files = readdirSync(SUITE_FOLDER).filter((name) => name.endsWith(ENDING));
  for (const file of files.sort()) {
    // esbuild puts every file that fits this pattern into the bundle.
    await import(`./${file.slice(0, -ENDING.length)}.test.ts`);
  }
}
