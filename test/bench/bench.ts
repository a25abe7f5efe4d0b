import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runMain } from '../vscode/main';
import { output } from '../vscode/paths';
import type { Benchmark } from './benchmark';
import { benchmarks } from './benchmarks';
import { buildPrograms } from './buildPrograms';
import { thisMachine } from './report/machine';
import { judged, type JudgedRow } from './report/report';
import { terminalTable } from './report/terminal';
import { writeReport } from './report/write';

/**
 * `npm run bench`: all benchmarks, or those that are named. `--quick`: fewer rounds, and nothing that takes minutes.
 * `--profile`: also where the time goes.
 */
async function main(): Promise<number> {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: flag, profile: flag } });
  const { quick, profile } = values;
  const chosen = choose(positionals);
  const date = new Date().toISOString();
  const folder = join(output, 'bench');
  await mkdir(folder, { recursive: true });
  const programs = await buildPrograms(folder);
  const rows: JudgedRow[] = [];
  for (const { name, run } of chosen) {
    const log = (text: string) => {
      console.log(`${name}: ${text}`);
    };
    log('started');
    rows.push(...(await run({ quick, profile, folder, programs, log })).map((row) => judged(name, row)));
    // After each, so that what was measured is there should a later one fail.
    const done = [...new Set(rows.map(({ benchmark }) => benchmark))];
    await writeReport(folder, { date, machine: thisMachine(), quick, rows }, done);
  }
  console.log(`\n${terminalTable(rows)}\n\nAlso in ${folder}: report.md and report.json`);
  // Timings are never assertions: whether targets were met is for people to judge.
  return 0;
}

function choose(names: readonly string[]): readonly Benchmark[] {
  const known = benchmarks.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no benchmark ${unknown.join(', ')}, but ${known.join(', ')}.`);
  }
  return names.length === 0 ? benchmarks : benchmarks.filter(({ name }) => names.includes(name));
}

runMain(main);
