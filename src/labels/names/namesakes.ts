import type { Label } from '../../api/schema';
import { type TeamAliases, teamNames } from '../teams';
import { shortIds } from './shortIds';
import { isInvisible, lookOf } from './visibleText';

/** As much of a label as its name is told apart by; the plan of a run that broke off has no teams. */
export type Named = Pick<Label, 'id' | 'name'> & Partial<Pick<Label, 'team_id'>>;

/** Labels whose names look alike. */
interface Alike {
  readonly shortIds: ReadonlyMap<string, string>;
  /** By what stands for their teams. */
  readonly teams: ReadonlyMap<string | undefined, ReadonlySet<string>>;
}

/** Which labels have names that look alike, and what tells them apart. To be made once for a list: it reads all names. */
export class Namesakes {
  readonly #byLook = new Map<string, Named[]>();
  readonly #alike = new Map<string, Alike>();
  readonly #teamNames: ReadonlyMap<string, string>;

  /**
   * @param labels all of the organization, and others that are shown with them; one may be among them several times.
   * @param elsewhere whose teams count as well.
   * @param aliases what the user calls teams.
   */
  constructor(labels: readonly Named[], elsewhere: readonly Named[] = [], aliases: TeamAliases = new Map()) {
    const teams = new Set(elsewhere.flatMap(({ team_id }) => team_id ?? []));
    for (const label of labels) {
      const look = lookOf(label.name);
      const alike = this.#byLook.get(look);
      if (alike) {
        alike.push(label);
      } else {
        this.#byLook.set(look, [label]);
      }
      if (label.team_id !== undefined) {
        teams.add(label.team_id);
      }
    }
    this.#teamNames = teams.size > 1 ? teamNames([...teams], aliases) : new Map<string, string>();
  }

  /** What the team of a label is called; undefined where there is only one. */
  teamOf({ team_id }: Named): string | undefined {
    return team_id === undefined ? undefined : this.#teamNames.get(team_id);
  }

  /** Whether another team has a label whose name looks like this one's. */
  hasInOtherTeam(label: Named): boolean {
    const alike = this.#alikeTo(label, lookOf(label.name));
    return alike !== undefined && alike.teams.size > 1;
  }

  /** As much of the id as tells a label from others; undefined where its name and its team do. */
  shortIdOf(label: Named): string | undefined {
    const look = lookOf(label.name);
    const alike = this.#alikeTo(label, look);
    if (!alike) {
      return isInvisible(look) ? shortIds([label.id]).get(label.id) : undefined;
    }
    const hasInTeam = (alike.teams.get(this.teamOf(label))?.size ?? 0) > 1;
    return hasInTeam || isInvisible(look) ? alike.shortIds.get(label.id) : undefined;
  }

  /** Undefined where there is no other one. */
  #alikeTo(label: Named, look: string): Alike | undefined {
    const known = this.#alike.get(look);
    if (known?.shortIds.has(label.id)) {
      return known;
    }
    const labels = this.#byLook.get(look) ?? [];
    if (labels.every(({ id }) => id === label.id)) {
      return undefined;
    }
    const alike = this.#groupByTeam([...labels, label]);
    this.#alike.set(look, alike);
    return alike;
  }

  #groupByTeam(labels: readonly Named[]): Alike {
    const teams = new Map<string | undefined, Set<string>>();
    for (const label of labels) {
      const team = this.teamOf(label);
      teams.set(team, (teams.get(team) ?? new Set()).add(label.id));
    }
    return { shortIds: shortIds(labels.map(({ id }) => id)), teams };
  }
}
