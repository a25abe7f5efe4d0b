import type { FileNames } from './fileName';
import type { JournalFiles } from './files';

const BEAT_MS = 10_000;

/** Tells other windows that this one is alive: a new, empty file every ten seconds, whose name has the time. */
export class Heartbeat {
  readonly #files: JournalFiles;
  readonly #names: FileNames;
  #timer: ReturnType<typeof setInterval> | undefined;
  #beating: Promise<void> = Promise.resolve();
  #last: string | undefined;

  constructor(files: JournalFiles, names: FileNames) {
    this.#files = files;
    this.#names = names;
  }

  start(): void {
    this.#timer ??= setInterval(() => {
      this.#beating = this.#beating.then(() => this.#beat());
    }, BEAT_MS);
  }

  /** Resolves when the last sign is gone. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#beating = this.#beating.then(() => this.#follow(undefined));
    await this.#beating;
  }

  /** A beat that fails is no reason to stop a run: the next one may work, and records are signs of life as well. */
  async #beat(): Promise<void> {
    const name = this.#names.nextHeartbeat();
    try {
      await this.#files.create(name, '');
    } catch {
      return;
    }
    await this.#follow(name);
  }

  /** The older sign goes when the newer one is there. */
  async #follow(name: string | undefined): Promise<void> {
    const older = this.#last;
    this.#last = name;
    if (older) {
      await this.#files.delete(older).catch(() => undefined);
    }
  }
}
