import type { TreeView } from 'vscode';
import { systemClock } from '../api/clock';
import type { Sessions } from '../session/sessions';
import type { LabelNode, LabelsTreeNode } from './labelNodes';
import type { LabelsTree } from './labelsTree';

const LOOK_MS = 20;
const LONGEST_DRAWING_MS = 400;

/** What commands ask of the Labels view: what a person sees of the rows. */
export class ShownRows {
  readonly #sessions: Sessions;
  readonly #tree: Pick<LabelsTree, 'isSettling' | 'owesRows'>;
  readonly #view: Pick<TreeView<LabelsTreeNode>, 'selection' | 'visible'>;

  constructor(
    sessions: Sessions,
    tree: Pick<LabelsTree, 'isSettling' | 'owesRows'>,
    view: Pick<TreeView<LabelsTreeNode>, 'selection' | 'visible'>,
  ) {
    this.#sessions = sessions;
    this.#tree = tree;
    this.#view = view;
  }

  get isVisible(): boolean {
    return this.#view.visible;
  }

  /** The labels that are selected on screen; none where the view is hidden. */
  async selectedLabels(): Promise<readonly LabelNode[]> {
    while (this.#view.visible && this.#view.selection.length === 0 && this.#tree.isSettling) {
      await systemClock.sleep(LOOK_MS);
    }
    return this.#view.visible ? this.#view.selection.filter((node) => node.kind === 'label') : [];
  }

  /**
   * Resolves when rows that have changed are on screen, or soon. To be awaited before it is said how something ended: rows
   * that move after that move under the pointer, and a notification that comes first holds them up.
   */
  async rowsDrawn(): Promise<void> {
    this.#sessions.current?.labels.tellNow();
    for (let ms = 0; ms < LONGEST_DRAWING_MS && this.#view.visible && this.#tree.owesRows; ms += LOOK_MS) {
      await systemClock.sleep(LOOK_MS);
    }
  }
}
