import type { Label, UnreadableRecord } from '../../../src/api/schema';
import type { LabelSource } from '../../../src/labels/labelStore';
import { LoadedList } from '../../../src/labels/loadedList';

export function label(name: string, more: Partial<Label> = {}): Label {
  return {
    object: 'label',
    id: `lbl_${name}`,
    name,
    color: 'gray',
    team_id: 'team_1',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    ...more,
  };
}

type Listed = Label | Pick<UnreadableRecord, 'id'> | undefined;

/** A list that was loaded to its end; what has no name stands for a record that could not be read. */
export function wholeListOf(...records: readonly Listed[]): LoadedList {
  const labels = records.flatMap((record) => (record && 'name' in record ? [record] : []));
  const unreadable = records.flatMap((record) =>
    record && !('name' in record) ? [{ id: record.id, field: 'name' }] : [],
  );
  return new LoadedList(labels, unreadable, 0);
}

/** A source that hands out a page only when the test says so. */
export class PagedSource implements LabelSource {
  readonly #pages: (() => Promise<Label[] | undefined>)[] = [];
  readonly #waiting: ((page: () => Promise<Label[] | undefined>) => void)[] = [];
  requests = 0;
  /** Records that each list leaves out of its pages. */
  unreadable: readonly UnreadableRecord[] = [];

  async *listLabels(options?: Parameters<LabelSource['listLabels']>[0]): AsyncGenerator<Label[]> {
    this.requests += 1;
    for (const record of this.unreadable) {
      options?.onUnreadable?.(record);
    }
    for (;;) {
      const page = await (await this.#next())();
      if (!page) {
        return;
      }
      yield page;
    }
  }

  page(...labels: Label[]): void {
    this.#give(() => Promise.resolve(labels));
  }

  end(): void {
    this.#give(() => Promise.resolve(undefined));
  }

  fail(error: Error): void {
    this.#give(() => Promise.reject(error));
  }

  #give(page: () => Promise<Label[] | undefined>): void {
    const waiting = this.#waiting.shift();
    if (waiting) {
      waiting(page);
    } else {
      this.#pages.push(page);
    }
  }

  #next(): Promise<() => Promise<Label[] | undefined>> {
    const page = this.#pages.shift();
    return page ? Promise.resolve(page) : new Promise((resolve) => this.#waiting.push(resolve));
  }
}
