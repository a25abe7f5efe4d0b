import { ApiFailure } from '../../../src/sample/server/apiFailure';
import { type Ids, LABEL_ID } from '../../../src/sample/server/ids';
import type { LabelTable } from '../../../src/sample/server/labelTable';
import type { Label, LabelColor } from '../../../src/sample/server/model';
import { type NewLabel, Organization as ServedOrganization } from '../../../src/sample/server/organization';
import type { RateClass } from '../../../src/sample/server/rateLimits';
import type { Clock } from '../clock';
import type { Variations } from '../faults/variations';
import { AdjustableBucket } from './adjustableBucket';
import { Audience, type Attachments, type Contact, type Conversation } from './audience';
import type { KeyRing } from './keyRing';
import { LabelHistory } from './labelHistory';
import type { NewKey, OrganizationOptions } from './organizationOptions';

interface Parts {
  clock: Clock;
  ids: Ids;
  keys: KeyRing;
  variations: Variations;
}

const SOME_ID = `lbl_${'Z'.repeat(26)}`;

/** An organization that a test changes behind the API's back, with contacts, keys, and what the documentation leaves open. */
export class Organization extends ServedOrganization {
  suspended = false;
  readonly #clock: Clock;
  readonly #keys: KeyRing;
  readonly #audience = new Audience();
  readonly #buckets: Record<RateClass, AdjustableBucket>;
  readonly #variations: Variations;
  readonly #history: LabelHistory;

  constructor(options: OrganizationOptions, { clock, ids, keys, variations }: Parts) {
    const buckets = {
      write: new AdjustableBucket(clock, options.write_per_minute ?? 60),
      read: new AdjustableBucket(clock, options.read_per_minute ?? 600),
    };
    super(options, { clock, ids, buckets });
    this.#clock = clock;
    this.#keys = keys;
    this.#buckets = buckets;
    this.#variations = variations;
    this.#history = new LabelHistory(clock, variations);
  }

  override bucket(rateClass: RateClass): AdjustableBucket {
    return this.#buckets[rateClass];
  }

  /** Nothing is taken for a 403. */
  override admit(rateClass: RateClass): void {
    this.#history.countRequest();
    if (this.suspended) throw new ApiFailure('permission_error', 'The organization is suspended.');
    super.admit(rateClass);
  }

  override addLabel(label: NewLabel): Label {
    this.#history.keep(this.table);
    return super.addLabel(label);
  }

  override changeLabel(id: string, change: { name?: string; color?: LabelColor }): Label {
    this.#history.keep(this.table);
    return super.changeLabel(id, change);
  }

  renameLabel(id: string, name: string): Label {
    return this.changeLabel(id, { name });
  }

  /** Deletes the label and its join rows; the contacts and conversations stay. */
  override removeLabel(id: string): void {
    this.#history.keep(this.table);
    super.removeLabel(id);
    this.#audience.cascade(id);
  }

  override storedName(name: string): string {
    return this.#variations.storedName(name);
  }

  /** Where ids are of another shape than documented, each may be one. */
  override checkLabelId(id: string): void {
    if (LABEL_ID.test(this.#variations.labelId(SOME_ID))) super.checkLabelId(id);
  }

  get contacts(): readonly Contact[] {
    return this.#audience.contacts;
  }

  get conversations(): readonly Conversation[] {
    return this.#audience.conversations;
  }

  addContact({ name, created_at }: { name: string; created_at?: string }): Contact {
    const contact = { id: this.newId('con', created_at), name };
    this.#audience.contacts.push(contact);
    return contact;
  }

  addConversation(contact: Contact, created_at?: string): Conversation {
    const conversation = { id: this.newId('cnv', created_at), contact_id: contact.id };
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
    const id = this.newId('key', created_at);
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

  protected override tableForReads(): LabelTable {
    return this.#history.seen(this.table);
  }

  protected override newLabelId(created_at: string): string {
    return this.#variations.labelId(super.newLabelId(created_at));
  }
}
