/**
 * What a file's name tells: that this window was alive when it made the file, its `number`th one. The time in the name says
 * nothing about that: it is by a clock that may be set.
 */
export interface SignOfLife {
  readonly name: string;
  readonly window: string;
  readonly number: number;
}

const RECORDS = '.jsonl';
const HEARTBEAT = '.alive';
const NAME = /^\d+-(.+)-(\d+)\.(?:jsonl|alive)$/;

/** Makes the names of one window's files. No other file ever has them, and sorted they are in the order of time. */
export class FileNames {
  readonly window: string;
  readonly #now: () => number;
  #count = 0;

  constructor(window: string, now: () => number) {
    this.window = window;
    this.#now = now;
  }

  nextSegment(): string {
    return this.#next(RECORDS);
  }

  nextHeartbeat(): string {
    return this.#next(HEARTBEAT);
  }

  #next(ending: string): string {
    this.#count += 1;
    const time = String(Math.floor(this.#now())).padStart(13, '0');
    return `${time}-${this.window}-${String(this.#count).padStart(6, '0')}${ending}`;
  }
}

export function isSegment(name: string): boolean {
  return name.endsWith(RECORDS);
}

export function isHeartbeat({ name }: SignOfLife): boolean {
  return name.endsWith(HEARTBEAT);
}

/** Undefined where it is no name of ours. */
export function signOfLife(name: string): SignOfLife | undefined {
  const [, window, number] = NAME.exec(name) ?? [];
  return window && number ? { name, window, number: Number(number) } : undefined;
}
