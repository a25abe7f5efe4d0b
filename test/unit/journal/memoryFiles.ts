import type { JournalFiles } from '../../../src/journal/files';

/** The folder that all windows share. */
export class MemoryDisk {
  readonly texts = new Map<string, string>();
  /** How many files were ever created. */
  created = 0;

  get names(): string[] {
    return [...this.texts.keys()].sort();
  }

  /** The names of the files with records. */
  get segments(): string[] {
    return this.names.filter((name) => name.endsWith('.jsonl'));
  }
}

/**
 * One window's way to the folder. Writing takes two steps, as in VS Code: first the file is empty, then it has its text.
 * Each operation takes a while, as long as chance says.
 */
export class MemoryFiles implements JournalFiles {
  readonly crashed: Promise<void>;
  readonly #disk: MemoryDisk;
  readonly #random: () => number;
  #tellCrashed: () => void = () => undefined;
  #isCrashed = false;
  #isFrozen = false;
  #failure: Error | undefined;
  #leavesHalf = false;
  /** Operations so far. */
  count = 0;
  /** The window dies in the middle of this operation; its number, from 1. */
  crashAt = Infinity;

  constructor(disk: MemoryDisk, random: () => number = () => 0) {
    this.#disk = disk;
    this.#random = random;
    this.crashed = new Promise((resolve) => {
      this.#tellCrashed = resolve;
    });
  }

  /** From now on no operation comes back, and none does anything. */
  freeze(): void {
    this.#isFrozen = true;
  }

  /** From now on every write fails. @param leavesHalf and leaves half of the file there. */
  fail(error: Error | undefined, leavesHalf = false): void {
    this.#failure = error;
    this.#leavesHalf = leavesHalf;
  }

  async list(): Promise<string[]> {
    await this.#begin();
    return this.#disk.names;
  }

  async read(name: string): Promise<string | undefined> {
    await this.#begin();
    return this.#disk.texts.get(name);
  }

  async create(name: string, text: string): Promise<void> {
    const dies = await this.#begin();
    if (this.#disk.texts.has(name)) {
      throw new Error(`${name} was written over`);
    }
    this.#disk.created += 1;
    this.#disk.texts.set(name, '');
    if (dies || (this.#failure && this.#leavesHalf)) {
      this.#disk.texts.set(name, text.slice(0, Math.floor(this.#random() * (text.length + 1))));
    }
    await this.#die(dies);
    if (this.#failure) {
      throw this.#failure;
    }
    await this.#pause();
    this.#disk.texts.set(name, text);
  }

  async delete(name: string): Promise<void> {
    const dies = await this.#begin();
    if (!dies || this.#random() < 0.5) {
      this.#disk.texts.delete(name);
    }
    await this.#die(dies);
  }

  /** @returns whether the window dies in this operation. */
  async #begin(): Promise<boolean> {
    await this.#pause();
    this.count += 1;
    return this.count >= this.crashAt;
  }

  async #die(dies: boolean): Promise<void> {
    if (dies) {
      this.#isCrashed = true;
      this.#tellCrashed();
      await forever();
    }
  }

  async #pause(): Promise<void> {
    for (let ticks = Math.floor(this.#random() * 6); ticks > 0; ticks -= 1) {
      await Promise.resolve();
    }
    if (this.#isCrashed || this.#isFrozen) {
      await forever();
    }
  }
}

function forever(): Promise<never> {
  return new Promise(() => undefined);
}
