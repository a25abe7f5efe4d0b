import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runSuite } from './runSuite';

const SUITE_FOLDER = join(__dirname, '../../test/host');
const ENDING = '.test.ts';

/** The entry that VS Code calls in its extension host: runs every test/host/*.test.ts. */
export function run(): Promise<void> {
  return runSuite(async () => {
    const files = readdirSync(SUITE_FOLDER).filter((name) => name.endsWith(ENDING));
    for (const file of files.sort()) {
      // esbuild puts every file that fits this pattern into the bundle.
      await import(`./${file.slice(0, -ENDING.length)}.test.ts`);
    }
  });
}
