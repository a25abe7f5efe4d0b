import { EventEmitter } from 'vscode';

/**
 * VS Code passes on at once that a tree has changed, unless another change was fired less than 200 ms before: then it waits
 * until none was fired for 200 ms (its extHostTreeViews). A little more, so as not to come too early.
 */
const VSCODE_WAITS_MS = 210;

/**
 * Fires that rows have changed. Changes that come soon after another one are fired together, as soon as VS Code passes them
 * on at once again: so each is on screen earlier.
 */
export class TreeRefreshes<Node> {
  readonly #nodeOf: (id: string) => Node | undefined;
  readonly #emitter = new EventEmitter<Node[] | undefined>();
  readonly #ids = new Set<string>();
  #isAll = false;
  #firedAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = Number.POSITIVE_INFINITY;

  /** Undefined stands for all rows. */
  readonly event = this.#emitter.event;

  /** @param nodeOf the node that VS Code has of a row; undefined where it has none. */
  constructor(nodeOf: (id: string) => Node | undefined) {
    this.#nodeOf = nodeOf;
  }

  /**
   * Those rows look different.
   *
   * @param inMs so much later, unless another change is fired before.
   */
  rows(ids: readonly string[], inMs = 0): void {
    for (const id of ids) {
      this.#ids.add(id);
    }
    this.#schedule(inMs);
  }

  /** Rows came, went or moved. */
  all(): void {
    this.#isAll = true;
    this.#schedule();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#emitter.dispose();
  }

  #schedule(inMs = 0): void {
    const now = performance.now();
    const dueAt = Math.max(this.#firedAt + VSCODE_WAITS_MS, now + inMs);
    if (dueAt <= now) {
      this.#fire();
    } else if (dueAt < this.#dueAt) {
      clearTimeout(this.#timer);
      this.#dueAt = dueAt;
      this.#timer = setTimeout(() => {
        this.#fire();
      }, dueAt - now);
    }
  }

  #fire(): void {
    clearTimeout(this.#timer);
    this.#dueAt = Number.POSITIVE_INFINITY;
    const nodes = this.#isAll ? undefined : [...this.#ids].flatMap((id) => this.#nodeOf(id) ?? []);
    this.#ids.clear();
    this.#isAll = false;
    if (nodes?.length !== 0) {
      this.#firedAt = performance.now();
      this.#emitter.fire(nodes);
    }
  }
}
