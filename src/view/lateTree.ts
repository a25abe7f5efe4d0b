import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { LabelsTreeNode } from './labelNodes';
import type { LabelsTree } from './labelsTree';

/** Takes the tree's place when the extension is activated. The tree is loaded when VS Code asks for the first rows. */
export class LateTree implements TreeDataProvider<LabelsTreeNode>, Disposable {
  readonly #load: () => Promise<LabelsTree>;
  readonly #changed = new EventEmitter<LabelsTreeNode[] | undefined>();
  #loading: Promise<LabelsTree> | undefined;
  #tree: LabelsTree | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(load: () => Promise<LabelsTree>) {
    this.#load = load;
  }

  async getChildren(node?: LabelsTreeNode): Promise<LabelsTreeNode[]> {
    const tree = await (this.#loading ??= this.#follow());
    return tree.getChildren(node);
  }

  getParent(node: LabelsTreeNode): LabelsTreeNode | undefined {
    return this.#loaded().getParent(node);
  }

  getTreeItem(node: LabelsTreeNode): TreeItem {
    return this.#loaded().getTreeItem(node);
  }

  resolveTreeItem(item: TreeItem, node: LabelsTreeNode): Promise<TreeItem> {
    return this.#loaded().resolveTreeItem(item, node);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #follow(): Promise<LabelsTree> {
    const tree = await this.#load();
    tree.onDidChangeTreeData((nodes) => {
      this.#changed.fire(nodes);
    });
    this.#tree = tree;
    return tree;
  }

  #loaded(): LabelsTree {
    if (!this.#tree) {
      throw new Error('There is a row, so there is a tree that it came from');
    }
    return this.#tree;
  }
}
