/**
 * What is happening to a label just now, for its row to say. `waiting`: its turn in a run has not come yet.
 * `countdown`: it will be deleted in so many seconds, unless that is undone.
 */
export type RowActivity =
  | { readonly kind: 'waiting' | 'deleting' | 'retiring' | 'restoring' | 'renaming' | 'recoloring' | 'creating' }
  | { readonly kind: 'countdown'; readonly seconds: number };

/**
 * The labels that one command works on, so that no other one touches them. A label that was released may be another
 * command's by now: a claim only ever changes what is its own.
 */
export interface RowClaim {
  /** The labels that are taken; others are busy with something else already. */
  readonly ids: readonly string[];
  /** What happens next to some of them. */
  show(ids: readonly string[], activity: RowActivity): void;
  /** Their rows are ordinary ones again: those of some, or of all that are left. */
  release(ids?: readonly string[]): void;
  /** The same for those whose turn has not come: it will not come any more. */
  readonly releaseWaiting: () => void;
}

/** What is happening to which label, by id. One thing at a time happens to a label. */
export class RowActivities {
  readonly #activities = new Map<string, { readonly claim: RowClaim; readonly activity: RowActivity }>();
  readonly #onChange: (ids: readonly string[]) => void;

  constructor(onChange: (ids: readonly string[]) => void) {
    this.#onChange = onChange;
  }

  of(id: string): RowActivity | undefined {
    return this.#activities.get(id)?.activity;
  }

  /** Takes those labels for a command that are free. */
  claim(ids: readonly string[], activity: RowActivity): RowClaim {
    const free = ids.filter((id) => !this.#activities.has(id));
    const isOwn = (id: string) => this.#activities.get(id)?.claim === claim;
    const set = (own: readonly string[], next: RowActivity) => {
      // Only what looks different: VS Code lets the next change wait after each one.
      const changed = own.filter((id) => !isSame(this.of(id), next));
      for (const id of own) {
        this.#activities.set(id, { claim, activity: next });
      }
      this.#fire(changed);
    };
    const claim: RowClaim = {
      ids: free,
      show: (some, next) => {
        set(some.filter(isOwn), next);
      },
      release: (some = free) => {
        const own = some.filter(isOwn);
        for (const id of own) {
          this.#activities.delete(id);
        }
        this.#fire(own);
      },
      releaseWaiting: () => {
        claim.release(free.filter((id) => this.of(id)?.kind === 'waiting'));
      },
    };
    set(free, activity);
    return claim;
  }

  /** Its row goes. */
  forget(id: string): void {
    this.#activities.delete(id);
  }

  #fire(ids: readonly string[]): void {
    if (ids.length > 0) {
      this.#onChange(ids);
    }
  }
}

function isSame(activity: RowActivity | undefined, other: RowActivity): boolean {
  return JSON.stringify(activity) === JSON.stringify(other);
}
