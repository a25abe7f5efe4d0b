export interface Contact {
  readonly id: string;
  readonly name: string;
}

export interface Conversation {
  readonly id: string;
  readonly contact_id: string;
}

/** The rows of a join table between labels and one other thing. */
class JoinTable<Target> {
  readonly #rows = new Map<string, Set<Target>>();

  add(label_id: string, target: Target): void {
    const targets = this.#rows.get(label_id) ?? new Set();
    this.#rows.set(label_id, targets.add(target));
  }

  of(label_id: string): Target[] {
    return [...(this.#rows.get(label_id) ?? [])];
  }

  removeLabel(label_id: string): void {
    this.#rows.delete(label_id);
  }

  get size(): number {
    return [...this.#rows.values()].reduce((total, targets) => total + targets.size, 0);
  }
}

/** What a label is attached to. */
export interface Attachments {
  readonly contacts: readonly Contact[];
  readonly conversations: readonly Conversation[];
}

/** The contacts and conversations of an organization and the rows that attach labels to them. */
export class Audience {
  readonly contacts: Contact[] = [];
  readonly conversations: Conversation[] = [];
  readonly #contactLabels = new JoinTable<Contact>();
  readonly #conversationLabels = new JoinTable<Conversation>();

  attach(label_id: string, { contacts = [], conversations = [] }: Partial<Attachments>): void {
    for (const contact of contacts) this.#contactLabels.add(label_id, contact);
    for (const conversation of conversations) this.#conversationLabels.add(label_id, conversation);
  }

  attachments(label_id: string): Attachments {
    return { contacts: this.#contactLabels.of(label_id), conversations: this.#conversationLabels.of(label_id) };
  }

  /** How many join rows there are in all. */
  attachmentCount(): number {
    return this.#contactLabels.size + this.#conversationLabels.size;
  }

  /** The cascade of a deleted label: its rows go, what they pointed to stays. */
  cascade(label_id: string): void {
    this.#contactLabels.removeLabel(label_id);
    this.#conversationLabels.removeLabel(label_id);
  }
}
