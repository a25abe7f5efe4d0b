import type { Label } from '../../api/schema';
import type { LabelStore } from '../labelStore';
import { type LabelQuery, queried } from './labelQuery';

type Store = Pick<LabelStore, 'labels'>;

/** What a query makes of one list of labels; it holds as long as both are the same. */
interface QueryResult {
  readonly labels: readonly Label[];
  readonly query: LabelQuery;
  readonly shown: readonly Label[];
  readonly shownIds: ReadonlySet<string>;
}

/** Results of queries, kept for each store: the same is asked for rows, counts and commands, and text is typed letter by letter. */
export class QueryResults {
  readonly #known = new WeakMap<Store, QueryResult>();

  of(store: Store, query: LabelQuery): QueryResult {
    const { labels } = store;
    const known = this.#known.get(store);
    if (known?.labels === labels && known.query === query) {
      return known;
    }
    const shown = queried(labels, query);
    const result = { labels, query, shown, shownIds: new Set(shown.map(({ id }) => id)) };
    this.#known.set(store, result);
    return result;
  }
}
