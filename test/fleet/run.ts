import { writeFile } from 'node:fs/promises';
import { figuresOf } from './figures';
import { run } from './fleet';
import { plot } from './plot';
import { all } from './scenarios';
import { head, row } from './table';

/** Plotted into the README. */
const PLOTTED = new Map([
  ['16 × 60 a minute, 500 ms, steady, spread', 'level-16-at-60.svg'],
  ['50 × 600 a minute, 500 ms, bursts, tens', 'level-50-at-600.svg'],
]);

/** Prints the table, of the scenarios whose names have the text in them where one is given; `--plot` draws the plots anew. */
async function main(): Promise<void> {
  const [pattern = ''] = process.argv.slice(2).filter((argument) => argument !== '--plot');
  console.info(head);
  for (const scenario of all.filter(({ name }) => name.includes(pattern))) {
    const course = await run(scenario);
    console.info(row(figuresOf(course)));
    const file = PLOTTED.get(scenario.name);
    if (file !== undefined && process.argv.includes('--plot')) {
      await writeFile(new URL(file, `file://${__dirname}/`), plot(course));
    }
  }
}

void main();
