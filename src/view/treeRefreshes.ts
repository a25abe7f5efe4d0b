import { EventEmitter } from 'vscode';

/**
 * VS Code passes on at once that a tree has changed, unless it was told so less than 200 ms before: then it waits until
 * nothing was told for 200 ms (its extHostTreeViews). A little more, so as not to come too early.
 */
const VSCODE_WAITS_MS = 210;

/**
 * Tells VS Code that rows have changed. What comes soon after something else is told together, as soon as VS Code passes
 * it on at once again: so each change is on screen earlier.
 */
export class TreeRefreshes<Node> {
  readonly #nodeOf: (id: string) => Node | undefined;
  readonly #told = new EventEmitter<Node[] | undefined>();
  readonly #ids = new Set<string>();
  #isAll = false;
  #toldAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = Number.POSITIVE_INFINITY;

  /** Undefined stands for all rows. */
  readonly event = this.#told.event;

  /** @param nodeOf the node that VS Code has of a row; undefined where it has none. */
  constructor(nodeOf: (id: string) => Node | undefined) {
    this.#nodeOf = nodeOf;
  }

  /**
   * Those rows look different.
   *
   * @param inMs so much later, unless something else is told before.
   */
  rows(ids: readonly string[], inMs = 0): void {
    for (const id of ids) {
      this.#ids.add(id);
    }
    this.#tellInTime(inMs);
  }

  /** Rows came, went or moved. */
  all(): void {
    this.#isAll = true;
    this.#tellInTime();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#told.dispose();
  }

  #tellInTime(inMs = 0): void {
    const now = performance.now();
    const dueAt = Math.max(this.#toldAt + VSCODE_WAITS_MS, now + inMs);
    if (dueAt <= now) {
      this.#tell();
    } else if (dueAt < this.#dueAt) {
      clearTimeout(this.#timer);
      this.#dueAt = dueAt;
      this.#timer = setTimeout(() => {
        this.#tell();
      }, dueAt - now);
    }
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#dueAt = Number.POSITIVE_INFINITY;
    const nodes = this.#isAll ? undefined : [...this.#ids].flatMap((id) => this.#nodeOf(id) ?? []);
    this.#ids.clear();
    this.#isAll = false;
    if (nodes?.length !== 0) {
      this.#toldAt = performance.now();
      this.#told.fire(nodes);
    }
  }
}
