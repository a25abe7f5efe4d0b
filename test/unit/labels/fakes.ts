import type { Label } from '../../../src/api/schema';
import type { LabelSource } from '../../../src/labels/labelStore';

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

/** A source that hands out a page only when the test says so. */
export class PagedSource implements LabelSource {
  readonly #pages: (() => Promise<Label[] | undefined>)[] = [];
  readonly #waiting: ((page: () => Promise<Label[] | undefined>) => void)[] = [];
  requests = 0;

  async *listLabels(): AsyncGenerator<Label[]> {
    this.requests += 1;
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
