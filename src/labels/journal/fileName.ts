/** What a file's name tells: that this window was alive at that time, in milliseconds since 1970. */
export interface SignOfLife {
  readonly name: string;
  readonly time: number;
  readonly window: string;
}

/** A window that gave no sign of life for so long, in milliseconds, is gone. Three heartbeats. */
export const ALIVE_MS = 30_000;

const RECORDS = '.jsonl';
const HEARTBEAT = '.alive';
const NAME = /^(\d+)-(.+)-\d+\.(?:jsonl|alive)$/;

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
  const [, time, window] = NAME.exec(name) ?? [];
  return time && window ? { name, time: Number(time), window } : undefined;
}

/** A sign from the future is as good as one from the past: the clock may have been set back. */
export function isFresh({ time }: SignOfLife, now: number): boolean {
  return Math.abs(now - time) < ALIVE_MS;
}
