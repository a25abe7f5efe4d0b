import type { LabelStore } from '../../labels/labelStore';
import { nameKey } from '../../labels/names/nameKey';
import type { Label } from '../../api/schema';
import type { Named, Namesakes } from '../../labels/names/namesakes';
import { isolated, quoted } from './plainText';
import { namesakesOf } from './teamNames';
import { l10n } from '../l10n';

/** More would not fit into a dialog. */
const NAMED = 10;

/** The same said of one label, by its name, and of several, by their number. */
export interface Sentences {
  readonly one: (name: string) => string;
  readonly many: (count: number) => string;
}

/** Names labels so that the user can tell them apart: where names do not, the team and the id stand beside them. */
export class LabelNames {
  readonly #shown: readonly Named[];
  readonly #namesakes: Namesakes;
  readonly #spansTeams: boolean;

  /**
   * @param shown what is spoken of. Where that is of several teams, each label has its team beside it.
   * @param others of the organization.
   */
  constructor(shown: readonly Named[], others: readonly Named[]) {
    this.#shown = shown;
    this.#namesakes = namesakesOf([...others, ...shown]);
    this.#spansTeams = new Set(shown.flatMap(({ team_id }) => team_id ?? [])).size > 1;
  }

  /** @param name where the label is called by another one than its own. */
  of(label: Named, name = label.name): string {
    const text = quoted(name);
    const team = this.#spansTeams || this.#namesakes.hasInOtherTeam(label) ? this.#namesakes.teamOf(label) : undefined;
    const id = this.#namesakes.shortIdOf(label);
    if (team === undefined) {
      return id === undefined ? text : l10n.t('{0} (ID {1})', text, isolated(id));
    }
    return id === undefined
      ? l10n.t('{0} (Team {1})', text, isolated(team))
      : l10n.t('{0} (Team {1}, ID {2})', text, isolated(team), isolated(id));
  }

  /** The sentence that fits the number of labels. */
  oneOrMany({ one, many }: Sentences): string {
    const [only] = this.#shown.length === 1 ? this.#shown : [];
    return only ? one(this.of(only)) : many(this.#shown.length);
  }

  /** The first ten, and how many there are beyond them: each an entry of its own. */
  get some(): string[] {
    const names = this.#shown.slice(0, NAMED).map((label) => this.of(label));
    const more = this.#shown.length - names.length;
    return more > 0 ? [...names, l10n.t('…and {0} more', more)] : names;
  }
}

/** The organization that is signed in. `Session` is one. */
export interface Organization {
  readonly labels: Pick<LabelStore, 'labels'>;
}

/** Names labels of an organization. */
export function namesIn({ labels }: Organization, shown: readonly Named[]): LabelNames {
  return new LabelNames(shown, labels.labels);
}

/** Names labels that were deleted. What has the name in that team now is their successor, or stands in their place. */
export function deletedNamesIn({ labels }: Organization, shown: readonly Label[]): LabelNames {
  const names = new Set(shown.map(nameKey));
  return new LabelNames(
    shown,
    labels.labels.filter((label) => !names.has(nameKey(label))),
  );
}

/** One label by its name. */
export function nameIn(session: Organization, label: Named): string {
  return namesIn(session, [label]).of(label);
}
