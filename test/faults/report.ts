import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Fault, OperationName } from './fault';

/** How a cell went, and what a person was told in it. */
interface Outcome {
  readonly isGood: boolean;
  readonly said: string;
}

/** The matrix as a table, and what was said in each cell. */
export class Report {
  readonly #operations: readonly OperationName[];
  readonly #faults: readonly Fault[];
  readonly #outcomes = new Map<string, Outcome>();
  readonly #start = performance.now();

  constructor(operations: readonly OperationName[], faults: readonly Fault[]) {
    this.#operations = operations;
    this.#faults = faults;
  }

  note(fault: Fault, operation: OperationName, outcome: Outcome): void {
    this.#outcomes.set(keyOf(fault, operation), outcome);
  }

  /** Markdown: faults as rows, operations as columns. */
  matrix(): string {
    const notes: string[] = [];
    const rows = this.#faults.map((fault) => {
      const cells = this.#operations.map((operation) => {
        const why = fault.cannotMeet?.[operation];
        if (why !== undefined) {
          notes.push(`- ${operation} · ${fault.name}: ${why}.`);
          return '–';
        }
        const outcome = this.#outcomes.get(keyOf(fault, operation));
        return outcome ? (outcome.isGood ? '✔' : '✘') : '·';
      });
      return row([fault.name, ...cells]);
    });
    const good = [...this.#outcomes.values()].filter(({ isGood }) => isGood).length;
    const seconds = Math.round((performance.now() - this.#start) / 1000);
    return [
      `${this.#outcomes.size} cells, ${good} good, in ${seconds} s.`,
      '',
      row(['fault', ...this.#operations]),
      row(['---', ...this.#operations.map(() => '---')]),
      ...rows,
      '',
      'A dot: the operation shares its code with others, and meets a fault much like this one.',
      '',
      'Cells without a meaning:',
      '',
      ...notes,
    ].join('\n');
  }

  /** Markdown: what was said in each cell. */
  words(): string {
    const lines = this.#faults.flatMap((fault) =>
      this.#operations.flatMap((operation) => {
        const outcome = this.#outcomes.get(keyOf(fault, operation));
        return outcome ? [row([fault.name, operation, outcome.said])] : [];
      }),
    );
    return [row(['fault', 'operation', 'what was said']), row(['---', '---', '---']), ...lines].join('\n');
  }

  write(file: string): void {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `# Faults × operations\n\n${this.matrix()}\n\n# What was said\n\n${this.words()}\n`);
  }
}

function keyOf({ name }: Fault, operation: OperationName): string {
  return JSON.stringify([name, operation]);
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
