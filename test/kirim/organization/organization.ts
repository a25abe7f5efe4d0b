import { Audience, type Attachments } from './audience';
import type { Clock } from '../clock';
import { ApiFailure } from '../errors';
import type { Ids } from './ids';
import type { KeyRing } from './keyRing';
import { LabelHistory } from './labelHistory';
import { LabelTable } from './labelTable';
import type { Contact, Conversation, Label, LabelColor } from '../model';
import type { NewKey, NewLabel, OrganizationOptions } from './organizationOptions';
import type { RateClass } from '../rateLimits';
import { TokenBucket } from '../tokenBucket';
import type { Variations } from '../faults/variations';

interface Parts {
  clock: Clock;
  ids: Ids;
  keys: KeyRing;
  variations: Variations;
}

/** One organization: what the API reads and changes, and what a test changes behind the API's back. */
export class Organization {
  readonly id: string;
  name: string;
  readonly team_ids: readonly string[];
  tier: string;
  suspended = false;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #keys: KeyRing;
  readonly #labels = new LabelTable();
  readonly #audience = new Audience();
  readonly #buckets: Record<RateClass, TokenBucket>;
  readonly #variations: Variations;
  readonly #history: LabelHistory;

  constructor(options: OrganizationOptions, { clock, ids, keys, variations }: Parts) {
    this.#clock = clock;
    this.#variations = variations;
    this.#history = new LabelHistory(clock, variations);
    this.#ids = ids;
    this.#keys = keys;
    this.name = options.name;
    this.tier = options.tier ?? 'default';
    this.id = this.#newId('org', options.created_at);
    this.team_ids = Array.from({ length: options.teams ?? 1 }, () => this.#newId('team', options.created_at));
    this.#buckets = {
      write: new TokenBucket(clock, options.write_per_minute ?? 60),
      read: new TokenBucket(clock, options.read_per_minute ?? 600),
    };
  }

  /** All labels, in the order in which the API lists them. */
  labels(): Label[] {
    return this.#labels.all();
  }

  /** One page of the labels, after a label's id. */
  labelPage(after: string, limit: number): { labels: Label[]; has_more: boolean } {
    return this.#history.seen(this.#labels).page(after, limit);
  }

  /** The label that a read of this id sees, or the documented 404. */
  readLabel(id: string): Label {
    return this.#history.seen(this.#labels).get(id) ?? this.#none();
  }

  /** For reads that lag behind. */
  countRequest(): void {
    this.#history.countRequest();
  }

  /** The label with this id, or the documented 404. */
  label(id: string): Label {
    return this.#labels.get(id) ?? this.#none();
  }

  addLabel({ name, color = 'gray', team_id = this.team_ids[0] ?? '', created_at }: NewLabel): Label {
    this.#refuseDuplicate(team_id, name);
    const at = created_at ?? this.#now();
    const id = this.#variations.labelId(this.#newId('lbl', at));
    const label: Label = { id, object: 'label', name, color, team_id, created_at: at, updated_at: at };
    this.#history.keep(this.#labels);
    this.#labels.insert(label);
    return label;
  }

  changeLabel(id: string, change: { name?: string; color?: LabelColor }): Label {
    const before = this.label(id);
    if (change.name !== undefined) this.#refuseDuplicate(before.team_id, change.name, id);
    const label = { ...before, ...change, updated_at: this.#now() };
    this.#history.keep(this.#labels);
    this.#labels.replace(label);
    return label;
  }

  renameLabel(id: string, name: string): Label {
    return this.changeLabel(id, { name });
  }

  /** Deletes the label and its join rows; the contacts and conversations stay. */
  removeLabel(id: string): void {
    const label = this.label(id);
    this.#history.keep(this.#labels);
    this.#labels.delete(label);
    this.#audience.cascade(id);
  }

  get contacts(): readonly Contact[] {
    return this.#audience.contacts;
  }

  get conversations(): readonly Conversation[] {
    return this.#audience.conversations;
  }

  addContact({ name, created_at }: { name: string; created_at?: string }): Contact {
    const contact = { id: this.#newId('con', created_at), name };
    this.#audience.contacts.push(contact);
    return contact;
  }

  addConversation(contact: Contact, created_at?: string): Conversation {
    const conversation = { id: this.#newId('cnv', created_at), contact_id: contact.id };
    this.#audience.conversations.push(conversation);
    return conversation;
  }

  /** Adds join rows between a label and contacts or conversations. */
  attach(label_id: string, targets: Partial<Attachments>): void {
    this.#audience.attach(this.label(label_id).id, targets);
  }

  /** What a label is attached to; nothing once it is deleted. */
  attachments(label_id: string): Attachments {
    return this.#audience.attachments(label_id);
  }

  attachmentCount(): number {
    return this.#audience.attachmentCount();
  }

  /** Adds a key and returns its secret. */
  addKey({ label, secret, expires_at = Infinity, created_at }: NewKey): string {
    const id = this.#newId('key', created_at);
    const known = secret ?? `kdv_live_${id.slice(-24)}`;
    this.#keys.add({ id, label, secret: known, organization_id: this.id, expires_at, revoked: false });
    return known;
  }

  /** Revokes a key, named by its label or its secret. */
  revokeKey(labelOrSecret: string): void {
    this.#keys.get(this.id, labelOrSecret).revoked = true;
  }

  /** Lets a key expire now, named by its label or its secret. */
  expireKey(labelOrSecret: string): void {
    this.#keys.get(this.id, labelOrSecret).expires_at = this.#clock.now();
  }

  bucket(rateClass: RateClass): TokenBucket {
    return this.#buckets[rateClass];
  }

  /** Another plan. A bucket that gets a new limit starts full. */
  setRateLimits(limits: { tier?: string; write_per_minute?: number; read_per_minute?: number }): void {
    if (limits.tier !== undefined) this.tier = limits.tier;
    if (limits.write_per_minute !== undefined) this.#buckets.write.setLimit(limits.write_per_minute);
    if (limits.read_per_minute !== undefined) this.#buckets.read.setLimit(limits.read_per_minute);
  }

  /** The organization's own traffic sends messages from the same bucket. Returns how many were refused. */
  spendWrites(count: number): number {
    let refused = 0;
    for (let sent = 0; sent < count; sent++) if (!this.#buckets.write.take()) refused++;
    return refused;
  }

  #none(): never {
    throw new ApiFailure('resource_not_found', 'There is no such label.');
  }

  #refuseDuplicate(team_id: string, name: string, except?: string): void {
    const taken = this.#labels.idOfName(team_id, name);
    if (taken === undefined || taken === except) return;
    throw new ApiFailure('invalid_field_value', 'The team already has a label with this name.', 'name');
  }

  #newId(prefix: string, created_at: string | undefined): string {
    return this.#ids.next(prefix, created_at === undefined ? this.#clock.now() : Date.parse(created_at));
  }

  #now(): string {
    return new Date(this.#clock.now()).toISOString();
  }
}
