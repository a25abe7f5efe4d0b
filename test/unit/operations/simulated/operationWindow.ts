import type { KirimClient } from '../../../../src/api/client';
import type { Label } from '../../../../src/api/schema';
import type { JournalFiles } from '../../../../src/journal/files';
import { Journal } from '../../../../src/journal/journal';
import { LabelStore } from '../../../../src/labels/labelStore';
import type { Operation, OperationItem, OperationTarget } from '../../../../src/operations/operation';
import { type OperationOutcome, runOperation } from '../../../../src/operations/runOperation';
import type { WriteLimiter } from '../../../../src/api/rateLimit/writeLimiter';
import { MemoryDisk, MemoryFiles } from '../../journal/memoryFiles';
import type { SimulatedClock } from './simulatedClock';

/** A window of `Simulation`. */
interface SimulatedWindow {
  readonly client: KirimClient;
  readonly limiter: WriteLimiter;
  readonly clock: SimulatedClock;
}

type Options = Parameters<typeof runOperation>[3];

/** A window in which operations are done, with the labels as they are shown in it, and its journal. */
export class OperationWindow implements OperationTarget {
  readonly client: KirimClient;
  readonly writeLimiter: WriteLimiter;
  readonly labels: LabelStore;
  readonly #journal: Journal;
  readonly #ended = new AbortController();

  private constructor({ client, limiter, clock }: SimulatedWindow, files: JournalFiles) {
    const now = () => clock.now();
    this.client = client;
    this.writeLimiter = limiter;
    this.labels = new LabelStore(client, 'en', now);
    this.#journal = new Journal(files, { now });
  }

  /** With the list loaded. */
  static async open(simulated: SimulatedWindow, files: JournalFiles = new MemoryFiles(new MemoryDisk())) {
    const window = new OperationWindow(simulated, files);
    await simulated.clock.until(window.labels.refresh());
    return window;
  }

  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  /** The names of the rows. */
  get rows(): readonly string[] {
    return this.labels.labels.map(({ name }) => name);
  }

  /** What the journal has: the name of each label and what came of it, by name. */
  get written(): readonly (readonly [string, string | undefined])[] {
    const entries = this.#journal.entries.map(({ label, outcome }) => [label.name, outcome] as const);
    return entries.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  get wholeLabels(): readonly Label[] {
    return this.#journal.entries.map(({ label }) => label);
  }

  journal(): Promise<Journal> {
    return Promise.resolve(this.#journal);
  }

  signOut(): void {
    this.#ended.abort();
  }

  operate<T extends OperationItem>(
    operation: Operation<T>,
    items: readonly T[],
    options: Partial<Options> = {},
  ): Promise<OperationOutcome<T>> {
    return runOperation(operation, items, this, {
      signal: this.ended,
      onProgress: () => undefined,
      checkSignedIn: () => Promise.resolve(),
      onJournalError: () => undefined,
      ...(options as object),
    });
  }

  dispose(): void {
    this.#journal.dispose();
    this.labels.dispose();
  }
}
