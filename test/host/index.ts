import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runSuite } from './runner/runSuite';

const SUITE_FOLDER = join(__dirname, '../../test/host');
const ENDING = '.test.ts';

/** The entry that VS Code calls in its extension host: runs every *.test.ts of this folder and those in it. */
export function run(): Promise<void> {
  return runSuite(async () => {
    const files = readdirSync(SUITE_FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith(ENDING),
    );
    for (const file of files.sort()) {
      // esbuild puts every file that fits this pattern into the bundle.
      await import(`./${file.slice(0, -ENDING.length)}.test.ts`);
    }
  });
}
