import * as vscode from 'vscode';
import { logged } from './logProbe';
import { deletedRows, deletedTooltip } from './recentlyDeletedProbe';
import type { Row } from './labelsViewProbe';
import type { Stage } from './setUp';

/** A text that reached VS Code, and where it is shown or kept. */
export interface Shown {
  readonly place: string;
  readonly text: string;
}

/** All text that reaches VS Code's API, by the place that it is for. Dialogs and lists are closed at once. */
export class ShownTexts {
  readonly #stage: Stage;
  readonly #shown: Shown[] = [];

  constructor(stage: Stage) {
    this.#stage = stage;
    logged.length = 0;
    this.#watch();
  }

  add(place: string, ...texts: readonly unknown[]): void {
    this.#shown.push(...texts.flatMap((text) => (typeof text === 'string' ? [{ place, text }] : [])));
  }

  /** Takes down the rows of both views as they are now, and what stands around them. */
  async lookAtViews(): Promise<void> {
    const { view } = this.#stage;
    this.add('view title', view.view.title);
    this.add('view description', view.view.description);
    this.add('view message', view.view.message);
    await this.#rows('row', await view.rows(), (row) => view.tooltip(row).catch(() => undefined));
    await this.#rows('deleted row', await deletedRows(), deletedTooltip);
  }

  /** Takes down the text of the editor on screen, and what its tab is called. */
  lookAtEditor(): void {
    const document = vscode.window.activeTextEditor?.document;
    this.add('report', document?.getText());
    this.add('report name', document?.uri.toString(true));
    this.add('report language', document?.languageId);
  }

  get all(): readonly Shown[] {
    const { person } = this.#stage;
    const notifications = [...person.notifications, ...person.errors];
    return [
      ...this.#shown,
      ...person.questions.flatMap(({ message, detail = '', buttons }) => [
        { place: 'question', text: message },
        { place: 'question detail', text: detail },
        ...buttons.map((text) => ({ place: 'button', text })),
      ]),
      ...notifications.map(({ message }) => ({ place: 'notification', text: message })),
      ...notifications.flatMap(({ buttons }) => buttons.map((text) => ({ place: 'button', text }))),
      ...person.statusBar.map((text) => ({ place: 'status bar', text })),
      ...person.boxes.flatMap(({ title, prompt }) => [title, prompt].map((text) => ({ place: 'key box', text }))),
      ...person.refusals.map((text) => ({ place: 'key box', text })),
      ...logged.map((text) => ({ place: 'log', text })),
    ];
  }

  async #rows(place: string, rows: readonly Row[], tooltip: (row: Row) => Promise<unknown>): Promise<void> {
    for (const row of rows) {
      const { name, item, children } = row;
      this.add(place, name);
      this.add(`${place} description`, item.description);
      this.add(`${place} for screen readers`, item.accessibilityInformation?.label);
      this.add(`${place} menu`, item.contextValue);
      const hover = await tooltip(row);
      if (hover !== undefined && typeof hover !== 'string') {
        throw new Error('A tooltip is not plain text');
      }
      this.add(`${place} tooltip`, hover);
      await this.#rows(place, children, tooltip);
    }
  }

  #watch(): void {
    const { stubs } = this.#stage;
    stubs.replace(vscode.window, 'showInputBox', (options: vscode.InputBoxOptions) => {
      this.add('input box', options.title, options.prompt, options.placeHolder, options.value);
      this.add('input box', options.validateInput?.('something else'));
      return Promise.resolve(undefined);
    });
    stubs.replace(vscode.window, 'showSaveDialog', (options: vscode.SaveDialogOptions) => {
      this.add('save dialog', options.title, options.defaultUri?.toString(true), ...Object.keys(options.filters ?? {}));
      return Promise.resolve(undefined);
    });
    stubs.replace(vscode.window, 'createQuickPick', () => this.#list());
    stubs.replace(
      vscode.window,
      'withProgress',
      async (options: vscode.ProgressOptions, task: (progress: unknown, token: unknown) => Thenable<unknown>) => {
        this.add('progress', options.title);
        const report = ({ message }: { message?: string }) => {
          this.add('progress', message);
        };
        return task({ report }, new vscode.CancellationTokenSource().token);
      },
    );
  }

  /** A list that is closed as soon as there is something in it. */
  #list(): vscode.QuickPick<vscode.QuickPickItem> {
    const hidden = new vscode.EventEmitter<void>();
    const list = {
      activeItems: [],
      selectedItems: [],
      value: '',
      onDidChangeValue: new vscode.EventEmitter<string>().event,
      onDidAccept: new vscode.EventEmitter<void>().event,
      onDidHide: hidden.event,
      show: () => undefined,
      hide: () => {
        hidden.fire();
      },
      dispose: () => undefined,
    };
    const add = this.add.bind(this);
    let items: readonly vscode.QuickPickItem[] = [];
    for (const name of ['title', 'placeholder']) {
      Object.defineProperty(list, name, {
        set: (text: unknown) => {
          add('list', text);
        },
      });
    }
    Object.defineProperty(list, 'items', {
      get: () => items,
      set: (given: readonly vscode.QuickPickItem[]) => {
        items = given;
        for (const { label, description, detail } of given) {
          add('list row', label);
          add('list row description', description, detail);
        }
        if (given.length > 0) {
          setTimeout(() => {
            hidden.fire();
          });
        }
      },
    });
    return list as unknown as vscode.QuickPick<vscode.QuickPickItem>;
  }
}
