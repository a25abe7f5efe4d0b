import type { LabelNode, SessionNode } from './labelNodes';

/** The rows of one level of the tree: whether VS Code has them. */
export class Level {
  /** How many times VS Code is waiting for them. */
  #asked = 0;
  /** VS Code has asked for them once: not where the row that they are below has always been collapsed. */
  wasAsked = false;
  /** VS Code was told, or will be, that there are other rows, and has not asked for them yet. A hidden view does not. */
  isOwed = false;

  /**
   * Whether VS Code has rows, which may be old by now. While it waits for some it gets those of the moment when they are
   * there, and told meanwhile that they have changed, it would throw them away and ask again.
   */
  get areGiven(): boolean {
    return this.wasAsked && this.#asked === 0;
  }

  async give<Rows>(make: () => Promise<Rows>): Promise<Rows> {
    this.wasAsked = true;
    this.#asked += 1;
    this.isOwed = false;
    try {
      return await make();
    } finally {
      this.#asked -= 1;
    }
  }
}

/** The rows of one organization that VS Code has: it wants the same object again when one row changes. */
export class GivenRows {
  readonly level = new Level();
  /** By row id. */
  labels: ReadonlyMap<string, LabelNode> = new Map();
  rows: readonly SessionNode[] = [];
  /** What the row of the organization says, where there is one. */
  state: string | undefined;
}
