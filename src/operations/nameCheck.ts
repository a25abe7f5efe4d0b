import type { Label } from '../api/schema';
import type { LabelStore } from '../labels/labelStore';
import { nameKey } from '../labels/names/nameKey';
import {
  type HiddenCharacter,
  hiddenCharacterIn,
  isInvisible,
  visibleText,
  withoutDirectionMarks,
} from '../labels/names/visibleText';
import { isTooLong, lengthOf } from './fittingName';

/**
 * What is wrong with a name, as far as that is known before it is sent.
 *
 * `taken`: another label of the team has it. KirimChat may take what is `alike`, which looks like another label's of the team,
 * or `marked`, which has a mark of direction.
 */
export type NameProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLong'; readonly length: number }
  | { readonly kind: 'hidden' | 'marked'; readonly hidden: HiddenCharacter }
  | { readonly kind: 'taken' | 'alike'; readonly other: Label };

/** Whether the person may use the name all the same. */
export function isWarning({ kind }: NameProblem): boolean {
  return kind === 'alike' || kind === 'marked';
}

/** Checks names for one label while they are typed. */
export class NameCheck {
  readonly #store: Pick<LabelStore, 'labels'>;
  readonly #own: Pick<Label, 'id' | 'team_id'>;
  #known: readonly Label[] = [];
  /** The other labels of the team, by their names and by how these look: thousands are not read again with each key. */
  readonly #byName = new Map<string, Label>();
  readonly #byLook = new Map<string, Label>();

  /** @param own the label, which is not in its own way; of a new one an id that no label has. */
  constructor(store: Pick<LabelStore, 'labels'>, own: Pick<Label, 'id' | 'team_id'>) {
    this.#store = store;
    this.#own = own;
  }

  problemOf(name: string): NameProblem | undefined {
    const marked = hiddenCharacterIn(name);
    const hidden = marked && hiddenCharacterIn(withoutDirectionMarks(name));
    if (hidden) {
      return { kind: 'hidden', hidden };
    }
    if (isInvisible(name)) {
      return { kind: 'empty' };
    }
    if (isTooLong(name)) {
      return { kind: 'tooLong', length: lengthOf(name) };
    }
    this.#learn();
    const taken = this.#byName.get(nameKey({ ...this.#own, name }));
    if (taken) {
      return { kind: 'taken', other: taken };
    }
    // Not `lookOf`: all words of the same letters are not to be warned of.
    const alike = this.#byLook.get(visibleText(name));
    return alike ? { kind: 'alike', other: alike } : marked && { kind: 'marked', hidden: marked };
  }

  #learn(): void {
    const { labels } = this.#store;
    if (labels === this.#known) {
      return;
    }
    this.#known = labels;
    this.#byName.clear();
    this.#byLook.clear();
    for (const label of labels) {
      if (label.team_id === this.#own.team_id && label.id !== this.#own.id) {
        this.#byName.set(nameKey(label), label);
        this.#byLook.set(visibleText(label.name), label);
      }
    }
  }
}
