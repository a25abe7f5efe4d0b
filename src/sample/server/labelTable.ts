import type { Label } from './model';

/**
 * The labels of one organization, by id. The order of the list is not documented; here it is the order of the ids,
 * the oldest first. A page is found by binary search, so that it costs the same among 100,000 labels as among ten.
 */
export class LabelTable {
  readonly #byId = new Map<string, Label>();
  readonly #idByName = new Map<string, string>();
  readonly #ids: string[] = [];

  get(id: string): Label | undefined {
    return this.#byId.get(id);
  }

  idOfName(team_id: string, name: string): string | undefined {
    return this.#idByName.get(nameKey(team_id, name));
  }

  all(): Label[] {
    return this.#labelsOf(this.#ids);
  }

  insert(label: Label): void {
    this.#ids.splice(this.#placeAfter(label.id), 0, label.id);
    this.#store(label);
  }

  replace(label: Label): void {
    const before = this.#byId.get(label.id);
    if (before !== undefined) this.#idByName.delete(nameKey(before.team_id, before.name));
    this.#store(label);
  }

  delete(label: Label): void {
    this.#ids.splice(this.#placeAfter(label.id) - 1, 1);
    this.#byId.delete(label.id);
    this.#idByName.delete(nameKey(label.team_id, label.name));
  }

  /** The labels after an id, which may have been deleted meanwhile. */
  page(after: string, limit: number): { labels: Label[]; has_more: boolean } {
    const start = this.#placeAfter(after);
    return {
      labels: this.#labelsOf(this.#ids.slice(start, start + limit)),
      has_more: start + limit < this.#ids.length,
    };
  }

  #store(label: Label): void {
    this.#byId.set(label.id, label);
    this.#idByName.set(nameKey(label.team_id, label.name), label.id);
  }

  #labelsOf(ids: readonly string[]): Label[] {
    return ids.map((id) => this.#byId.get(id)).filter((label) => label !== undefined);
  }

  /** The index of the first id that is greater. */
  #placeAfter(id: string): number {
    let low = 0;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ids[middle] ?? '') > id) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function nameKey(team_id: string, name: string): string {
  return `${team_id}\n${name}`;
}
