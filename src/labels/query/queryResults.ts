import type { Label } from '../../api/schema';
import type { LabelStore } from '../labelStore';
import { Namesakes } from '../names/namesakes';
import { type LabelQuery, queried } from './labelQuery';

type Store = Pick<LabelStore, 'labels'>;

/** What a query makes of one list of labels; it holds as long as both are the same. */
interface QueryResult {
  readonly labels: readonly Label[];
  readonly query: LabelQuery;
  readonly shown: readonly Label[];
  readonly shownIds: ReadonlySet<string>;
  /** Of all labels: what a query hides is told apart as well. */
  readonly namesakes: Namesakes;
}

/** Results of queries, kept for each store: the same is asked for rows, counts and commands, and text is typed letter by letter. */
export class QueryResults {
  readonly #known = new WeakMap<Store, QueryResult>();

  of(store: Store, query: LabelQuery): QueryResult {
    const { labels } = store;
    const known = this.#known.get(store);
    const isSameList = known?.labels === labels;
    if (isSameList && known.query === query) {
      return known;
    }
    const shown = queried(labels, query);
    const namesakes = isSameList ? known.namesakes : new Namesakes(labels);
    const result = { labels, query, shown, shownIds: new Set(shown.map(({ id }) => id)), namesakes };
    this.#known.set(store, result);
    return result;
  }
}
