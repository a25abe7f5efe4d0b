import { readFile, writeFile } from 'node:fs/promises';
import type { Profiler } from 'node:inspector';
import { join } from 'node:path';
import type { BenchContext } from '../benchmark';
import { flameGraph } from '../report/flameGraph';
import { topFunctions } from '../report/topFunctions';
import type { BenchWindow } from './benchWindow';

/** In the name of the folder where VS Code has installed our extension. */
const OURS = 'kirim-labels.kirim-labels';

/**
 * Writes down where the time of the window's extension host goes meanwhile, which is slower than without that: a profile
 * that VS Code opens, a flame graph with our functions in a color of their own, and the functions with most time in the log.
 */
export async function profiled(
  window: BenchWindow,
  name: string,
  { folder, log }: Pick<BenchContext, 'folder' | 'log'>,
  work: () => Promise<unknown>,
): Promise<void> {
  const file = join(folder, `${name}.cpuprofile`);
  await window.host.call('startProfile');
  await work();
  await window.host.call('stopProfile', file);
  const profile = JSON.parse(await readFile(file, 'utf8')) as Profiler.Profile;
  await writeFile(
    join(folder, `${name}.svg`),
    flameGraph(profile, (url) => url.includes(OURS)),
  );
  log(`${name}, the extension host:\n${topFunctions(profile)}`);
}
