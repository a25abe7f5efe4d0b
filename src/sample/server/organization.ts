import type { Clock } from '../../common/clock';
import { ApiFailure } from './apiFailure';
import { type Ids, LABEL_ID } from './ids';
import { invalid, type LabelRules } from './labelRules';
import { LabelTable } from './labelTable';
import type { Label, LabelColor } from './model';
import type { RateClass } from './rateLimits';
import type { TokenBucket } from './tokenBucket';

export interface OrganizationOptions {
  readonly name: string;
  /** How many teams it has, 1 unless told. */
  readonly teams?: number;
  /** The name of its plan. */
  readonly tier?: string;
  /** When it signed up; now unless told. */
  readonly created_at?: string;
}

interface OrganizationParts {
  readonly clock: Pick<Clock, 'now'>;
  readonly ids: Ids;
  readonly buckets: Readonly<Record<RateClass, TokenBucket>>;
}

export interface NewLabel {
  name: string;
  color?: LabelColor;
  /** The first team unless told. */
  team_id?: string;
  created_at?: string;
}

/** One organization: what the API reads and changes. */
export class Organization implements LabelRules {
  readonly id: string;
  name: string;
  tier: string;
  readonly team_ids: readonly string[];
  protected readonly table = new LabelTable();
  readonly #clock: Pick<Clock, 'now'>;
  readonly #ids: Ids;
  readonly #buckets: OrganizationParts['buckets'];

  constructor({ name, teams = 1, tier = 'default', created_at }: OrganizationOptions, parts: OrganizationParts) {
    this.#clock = parts.clock;
    this.#ids = parts.ids;
    this.#buckets = parts.buckets;
    this.name = name;
    this.tier = tier;
    this.id = this.newId('org', created_at);
    this.team_ids = Array.from({ length: teams }, () => this.newId('team', created_at));
  }

  bucket(rateClass: RateClass): TokenBucket {
    return this.#buckets[rateClass];
  }

  /** Lets a request in, and counts it. @throws ApiFailure where it may not come in now. */
  admit(rateClass: RateClass): void {
    if (!this.bucket(rateClass).take()) {
      throw new ApiFailure('rate_limit_exceeded', 'Too many requests. Wait as long as Retry-After says.');
    }
  }

  /** All labels, in the order in which the API lists them. */
  labels(): Label[] {
    return this.table.all();
  }

  /** One page of the labels, after a label's id. */
  labelPage(after: string, limit: number): { labels: Label[]; has_more: boolean } {
    return this.tableForReads().page(after, limit);
  }

  /** The label that a read of this id sees, or the documented 404. */
  readLabel(id: string): Label {
    return this.#labelIn(this.tableForReads(), id);
  }

  /** The label with this id, or the documented 404. */
  label(id: string): Label {
    return this.#labelIn(this.table, id);
  }

  addLabel({ name, color = 'gray', team_id = this.team_ids[0] ?? '', created_at }: NewLabel): Label {
    this.#refuseDuplicate(team_id, name);
    const at = created_at ?? this.#now();
    const label: Label = {
      id: this.newLabelId(at),
      object: 'label',
      name,
      color,
      team_id,
      created_at: at,
      updated_at: at,
    };
    this.table.insert(label);
    return label;
  }

  changeLabel(id: string, change: { name?: string; color?: LabelColor }): Label {
    const before = this.label(id);
    if (change.name !== undefined) this.#refuseDuplicate(before.team_id, change.name, id);
    const label = { ...before, ...change, updated_at: this.#now() };
    this.table.replace(label);
    return label;
  }

  removeLabel(id: string): void {
    this.table.delete(this.label(id));
  }

  storedName(name: string): string {
    return name;
  }

  /** @throws ApiFailure for what can be no label's id. */
  checkLabelId(id: string): void {
    if (!LABEL_ID.test(id)) throw invalid('id', 'This is not the id of a label.');
  }

  /** The labels as reads see them. */
  protected tableForReads(): LabelTable {
    return this.table;
  }

  protected newLabelId(created_at: string): string {
    return this.newId('lbl', created_at);
  }

  protected newId(prefix: string, created_at: string | undefined): string {
    return this.#ids.next(prefix, created_at === undefined ? this.#clock.now() : Date.parse(created_at));
  }

  #labelIn(table: LabelTable, id: string): Label {
    const label = table.get(id);
    if (label === undefined) throw new ApiFailure('resource_not_found', 'There is no such label.');
    return label;
  }

  #refuseDuplicate(team_id: string, name: string, except?: string): void {
    const taken = this.table.idOfName(team_id, name);
    if (taken === undefined || taken === except) return;
    throw invalid('name', 'The team already has a label with this name.');
  }

  #now(): string {
    return new Date(this.#clock.now()).toISOString();
  }
}
