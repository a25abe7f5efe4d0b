import type { Label } from '../api/schema';
import type { JournalEntry, JournalOutcome, RunRecorder } from '../journal/entry';
import type { Journal } from '../journal/journal';
import { retirementOf } from './retirement';

/** Takes down that labels were restored: what they were before is not given back a second time. */
export class RestorationRecorder implements RunRecorder {
  /** It is no run of its own: it belongs to those that retired the labels. */
  readonly run = '';
  readonly #journal: Pick<Journal, 'restored'>;
  readonly #retirements: ReadonlyMap<string, JournalEntry>;
  readonly #writes: Promise<void>[] = [];

  /** @param entries of the journal, newest first. */
  constructor(labels: readonly Label[], journal: Pick<Journal, 'restored'>, entries: readonly JournalEntry[]) {
    this.#journal = journal;
    this.#retirements = new Map(
      labels.flatMap((label) => {
        const retirement = retirementOf(label, entries);
        return retirement ? [[label.id, retirement]] : [];
      }),
    );
  }

  /** Nothing is lost that would have to be found again. */
  begin(): Promise<void> {
    return Promise.resolve();
  }

  ended({ id }: Label, outcome: JournalOutcome): void {
    const retirement = this.#retirements.get(id);
    if (retirement && outcome === 'done') {
      const written = this.#journal.restored(retirement);
      this.#writes.push(written);
      written.catch(() => undefined);
    }
  }

  /** @throws what the storage says when it could not be written. */
  async finish(): Promise<void> {
    await Promise.all(this.#writes);
  }
}
