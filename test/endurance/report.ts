import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How things are at the end of a round: signed out, and at rest. */
export interface Reading {
  /** In use after garbage was collected, in bytes. */
  readonly heap: number;
  /** Where in the extension those were registered that are still there. */
  readonly listeners: readonly string[];
  /** Where in the extension those were set that are still to fire. */
  readonly timers: readonly string[];
  readonly sockets: number;
  /** Of all sessions that there were, those that are still in memory. */
  readonly sessions: number;
  /** By the moved clock, in milliseconds since 1970. */
  readonly now: number;
  /** What was done so far. */
  readonly signIns: number;
  readonly refreshes: number;
  readonly deletions: number;
}

const COLUMNS: readonly (readonly [string, (reading: Reading, first: Reading) => string | number])[] = [
  ['sign-ins', ({ signIns }, first) => signIns - first.signIns],
  ['refreshes', ({ refreshes }, first) => refreshes - first.refreshes],
  ['deletes', ({ deletions }, first) => deletions - first.deletions],
  ['heap, KiB', ({ heap }) => kibibytes(heap)],
  ['listeners', ({ listeners }) => listeners.length],
  ['timers', ({ timers }) => timers.length],
  ['sockets', ({ sockets }) => sockets],
  ['sessions', ({ sessions }) => sessions],
  ['minutes on the moved clock', ({ now }, first) => ((now - first.now) / 60_000).toFixed(1)],
];

/** What was left after each round, as Markdown. */
export class Report {
  readonly #readings: { readonly round: string; readonly reading: Reading; readonly at: number }[] = [];

  /** @returns its line. */
  note(round: string, reading: Reading): string {
    this.#readings.push({ round, reading, at: performance.now() });
    return this.#lines().at(-1) ?? '';
  }

  table(): string {
    const head = ['after round', ...COLUMNS.map(([name]) => name), 'seconds'];
    return [row(head), row(head.map(() => '---:')), ...this.#lines(), '', this.#conclusion()].join('\n');
  }

  write(file: string): void {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `# An hour's worth of use\n\n${this.table()}\n`);
  }

  #lines(): string[] {
    const [first] = this.#readings;
    return this.#readings.map(({ round, reading, at }) =>
      row([
        round,
        ...COLUMNS.map(([, value]) => value(reading, (first ?? { reading }).reading)),
        ((at - (first?.at ?? at)) / 1000).toFixed(0),
      ]),
    );
  }

  #conclusion(): string {
    const [before, after] = [this.#readings[0]?.reading, this.#readings.at(-1)?.reading];
    if (!before || !after) {
      return 'No round came to its end.';
    }
    const heap = `Heap before: ${kibibytes(before.heap)} KiB, after: ${kibibytes(after.heap)} KiB.`;
    const listeners = `Listeners before: ${before.listeners.length}, after: ${after.listeners.length}.`;
    return `${heap} ${listeners} Timers left: ${after.timers.length}.`;
  }
}

function kibibytes(bytes: number): string {
  return Math.round(bytes / 1024).toLocaleString('en-US');
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}
