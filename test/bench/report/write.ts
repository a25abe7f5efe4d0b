import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { markdown } from './markdown';
import { merged, readReport, type Run } from './report';
import { svg } from './svg';

/** Writes report.json, report.md and its pictures. Rows of benchmarks that were not run stay, under the run they are from. */
export async function writeReport(folder: string, run: Run, benchmarks: readonly string[]): Promise<void> {
  const json = join(folder, 'report.json');
  const report = merged(run, benchmarks, await readReport(json));
  await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(join(folder, 'report.md'), markdown(report));
  for (const { plot } of run.rows) {
    if (plot) {
      await writeFile(join(folder, `${plot.file}.svg`), svg(plot));
    }
  }
}
