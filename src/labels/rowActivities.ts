/**
 * What is happening to a label just now, for its row to say. `waiting`: its turn in a run has not come yet.
 * `countdown`: it will be deleted in so many seconds, unless that is undone.
 */
export type RowActivity =
  | { readonly kind: 'waiting' | 'deleting' | 'retiring' | 'restoring' }
  | { readonly kind: 'countdown'; readonly seconds: number };

/** What is happening to which label, by id. One thing at a time happens to a label. */
export class RowActivities {
  readonly #activities = new Map<string, RowActivity>();
  readonly #onChange: (ids: readonly string[]) => void;

  constructor(onChange: (ids: readonly string[]) => void) {
    this.#onChange = onChange;
  }

  of(id: string): RowActivity | undefined {
    return this.#activities.get(id);
  }

  /**
   * Takes labels for a command, so that no other one touches them.
   *
   * @returns the ids that are taken; others are busy with something else already.
   */
  claim(ids: readonly string[], activity: RowActivity): readonly string[] {
    const free = ids.filter((id) => !this.#activities.has(id));
    this.set(free, activity);
    return free;
  }

  /** What happens next to labels that were claimed. */
  set(ids: readonly string[], activity: RowActivity): void {
    for (const id of ids) {
      this.#activities.set(id, activity);
    }
    this.#tell(ids);
  }

  /** Their rows are ordinary ones again. */
  release(ids: readonly string[]): void {
    this.#tell(ids.filter((id) => this.#activities.delete(id)));
  }

  /** As `release`, for a row that goes. */
  forget(id: string): void {
    this.#activities.delete(id);
  }

  #tell(ids: readonly string[]): void {
    if (ids.length > 0) {
      this.#onChange(ids);
    }
  }
}
