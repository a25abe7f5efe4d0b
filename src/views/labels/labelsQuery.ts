import { type Disposable, EventEmitter } from 'vscode';
import type { Accounts } from '../../accounts/accounts';
import {
  onDidChangeRetiredPrefix,
  onDidChangeSortOrder,
  readRetiredPrefix,
  readSortOrder,
} from '../../accounts/configuration';
import type { Session } from '../../accounts/session';
import type { Label } from '../../api/schema';
import { Namesakes } from '../../labels/names/namesakes';
import { isFiltering, type LabelFilter, NO_FILTER } from '../../labels/query/labelFilter';
import { type LabelQuery, queried } from '../../labels/query/labelQuery';
import { describeFilter, filterNote } from '../../ui/messages/filterWords';
import type { LabelNode, LabelsTreeNode } from './labelNodes';

/** What a query makes of one list of labels: both are looked at to see whether it still holds. */
interface Result {
  readonly labels: readonly Label[];
  readonly query: LabelQuery;
  readonly shown: readonly Label[];
  readonly shownIds: ReadonlySet<string>;
  readonly namesakes: Namesakes;
}

/** Which labels the Labels view shows, and in which order: the filter, which lasts as long as the window, and the settings. */
export class LabelsQuery implements Disposable {
  readonly #accounts: Pick<Accounts, 'sessions'>;
  readonly #changed = new EventEmitter<void>();
  readonly #results = new WeakMap<Session, Result>();
  readonly #subscriptions: readonly Disposable[];
  #query: LabelQuery;
  #isFiltering = false;

  readonly onDidChange = this.#changed.event;

  constructor(accounts: Pick<Accounts, 'sessions'>) {
    this.#accounts = accounts;
    this.#query = { filter: NO_FILTER, sortOrder: readSortOrder(), retiredPrefix: readRetiredPrefix() };
    this.#subscriptions = [
      onDidChangeSortOrder(() => {
        this.#change({ sortOrder: readSortOrder() });
      }),
      onDidChangeRetiredPrefix(() => {
        this.#change({ retiredPrefix: readRetiredPrefix() });
      }),
    ];
  }

  get filter(): LabelFilter {
    return this.#query.filter;
  }

  set filter(filter: LabelFilter) {
    if (JSON.stringify(filter) !== JSON.stringify(this.filter)) {
      this.#change({ filter });
    }
  }

  get isFiltering(): boolean {
    return this.#isFiltering;
  }

  /** Whether the order of rows depends on when labels were changed. */
  get isByChange(): boolean {
    return this.#query.sortOrder === 'lastChanged';
  }

  get retiredPrefix(): string {
    return this.#query.retiredPrefix;
  }

  /** The labels of an organization that are shown, in their order. */
  labelsOf(session: Session): readonly Label[] {
    return this.isFiltering ? this.#resultOf(session).shown : queried(session.labels.labels, this.#query);
  }

  /** What tells the labels of an organization apart, those that are hidden among them. */
  namesakesOf(session: Session): Namesakes {
    return this.isFiltering ? this.#resultOf(session).namesakes : new Namesakes(session.labels.labels);
  }

  /** Whether the filter lets a label be seen, as the label is now. */
  shows(session: Session, { id }: Pick<Label, 'id'>): boolean {
    return !this.isFiltering || this.#resultOf(session).shownIds.has(id);
  }

  /** What the filter shows of a row, which may be older than the filter: a group has the labels alone that it shows. */
  shownPartOf(row: LabelsTreeNode): LabelsTreeNode | undefined {
    const isShown = ({ session, label }: LabelNode) => this.shows(session, label);
    if (row.kind === 'label') {
      return isShown(row) ? row : undefined;
    }
    const labels = row.labels.filter(isShown);
    if (labels.length === row.labels.length) {
      return row;
    }
    return labels.length > 0 ? { ...row, labels } : undefined;
  }

  /** What a question about labels says while a filter is on; nothing where none is. */
  noteOn(session: Session, labels: readonly Label[]): string {
    return this.isFiltering ? filterNote(labels, (label) => this.shows(session, label)) : '';
  }

  /** What is filtered, and how much of it is left; nothing where there is nothing to filter. */
  get message(): string {
    const { sessions } = this.#accounts;
    const total = sumOf(sessions, ({ labels }) => labels.labels.length);
    if (!this.isFiltering || total === 0) {
      return '';
    }
    const shown = sumOf(sessions, (session) => this.labelsOf(session).length);
    const labels = sessions.flatMap((session) => session.labels.labels);
    return describeFilter(this.filter, labels, shown);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) {
      subscription.dispose();
    }
    this.#changed.dispose();
  }

  #change(part: Partial<LabelQuery>): void {
    this.#query = { ...this.#query, ...part };
    this.#isFiltering = isFiltering(this.filter);
    this.#changed.fire();
  }

  /** Kept while a filter is on, and its text is typed letter by letter. */
  #resultOf(session: Session): Result {
    const { labels } = session.labels;
    const known = this.#results.get(session);
    const isSameList = known?.labels === labels;
    if (isSameList && known.query === this.#query) {
      return known;
    }
    const shown = queried(labels, this.#query);
    const result: Result = {
      labels,
      query: this.#query,
      shown,
      shownIds: new Set(shown.map(({ id }) => id)),
      namesakes: isSameList ? known.namesakes : new Namesakes(labels),
    };
    this.#results.set(session, result);
    return result;
  }
}

function sumOf<T>(all: readonly T[], figure: (one: T) => number): number {
  return all.reduce((sum, one) => sum + figure(one), 0);
}
