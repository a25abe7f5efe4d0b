import { type Disposable, EventEmitter } from 'vscode';
import type { Accounts } from '../../accounts/accounts';
import {
  onDidChangeRetiredPrefix,
  onDidChangeSortOrder,
  onDidChangeTeamAliases,
  readRetiredPrefix,
  readSortOrder,
} from '../../accounts/configuration';
import type { Session } from '../../accounts/session';
import { labelsOf, type SessionItems } from '../../accounts/sessionItems';
import type { Label } from '../../api/schema';
import type { Namesakes } from '../../labels/names/namesakes';
import { isFiltering, type LabelFilter, NO_FILTER } from '../../labels/query/labelFilter';
import { type LabelQuery, queried } from '../../labels/query/labelQuery';
import { QueryResults } from '../../labels/query/queryResults';
import { describeFilter, filterNote } from '../../ui/messages/filterWords';
import { namesakesOf } from '../../ui/messages/teamNames';
import type { LabelNode, LabelsTreeNode } from './labelNodes';

/** Which labels the Labels view shows, and in which order: the filter, which lasts as long as the window, and the settings. */
export class LabelsQuery implements Disposable {
  readonly #accounts: Pick<Accounts, 'sessions'>;
  readonly #changed = new EventEmitter<void>();
  /** Those of a filter alone: without one there is nothing to keep. */
  #results = new QueryResults();
  /** By list: text is typed letter by letter. */
  #namesakes = new WeakMap<readonly Label[], Namesakes>();
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
      onDidChangeTeamAliases(() => {
        this.#namesakes = new WeakMap();
        this.#change({});
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
  get isSortedByChange(): boolean {
    return this.#query.sortOrder === 'lastChanged';
  }

  get retiredPrefix(): string {
    return this.#query.retiredPrefix;
  }

  /** The labels of an organization that are shown, in their order. */
  labelsOf(session: Session): readonly Label[] {
    return this.isFiltering ? this.#resultOf(session).shown : queried(session.labels.labels, this.#query);
  }

  /** How many labels of an organization the filter shows; undefined where there is none on, or nothing to filter. */
  shownCountOf(session: Session): number | undefined {
    return this.isFiltering && session.labels.labels.length > 0 ? this.#resultOf(session).shown.length : undefined;
  }

  /** What tells the labels of an organization apart, those that are hidden among them. */
  namesakesOf(session: Session): Namesakes {
    const { labels } = session.labels;
    const namesakes = this.#namesakes.get(labels) ?? namesakesOf(labels);
    this.#namesakes.set(labels, namesakes);
    return namesakes;
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
    if (row.kind === 'organization' || row.kind === 'more') {
      return row;
    }
    const labels = row.labels.filter(isShown);
    if (labels.length === row.labels.length) {
      return row;
    }
    return labels.length > 0 ? { ...row, labels } : undefined;
  }

  /** What a question about labels says while a filter is on; nothing where none is. */
  noteOn(parts: readonly SessionItems[]): string {
    const labels = parts.flatMap(({ session, items }) => items.map(({ label }) => ({ session, label })));
    const shown = new Set(labels.filter(({ session, label }) => this.shows(session, label)).map(({ label }) => label));
    return this.isFiltering ? filterNote(labelsOf(parts), (label) => shown.has(label)) : '';
  }

  /** What is filtered, and how much of it is left; nothing where there is nothing to filter. */
  get message(): string {
    if (!this.isFiltering) {
      return '';
    }
    const { sessions } = this.#accounts;
    const labels = sessions.flatMap((session) => session.labels.labels);
    const shown = sessions.flatMap((session) => this.labelsOf(session));
    const hasMore = sessions.some((session) => session.labels.hasMore);
    return labels.length > 0 ? describeFilter(this.filter, labels, shown.length, hasMore) : '';
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
    if (!this.#isFiltering) {
      this.#results = new QueryResults();
    }
    this.#changed.fire();
  }

  #resultOf({ labels }: Session) {
    return this.#results.of(labels, this.#query);
  }
}
