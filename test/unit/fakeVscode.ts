/** As much of VS Code as words, notifications and events need: what `import … from 'vscode'` is in tests without VS Code. */
import type { InputBoxOptions } from 'vscode';
import { disk, fs } from './fakeVscodeFiles';

export { FileSystemError, FileType, Uri } from './fakeVscodeFiles';

export class CancellationError extends Error {}

export class Disposable {
  constructor(readonly dispose: () => void) {}

  static from(...all: readonly { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      all.forEach((one) => one.dispose());
    });
  }
}

export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => void>();

  readonly event = (listener: (value: T) => void) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const listener of [...this.#listeners]) {
      listener(value);
    }
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

export const l10n = {
  t: (text: string, ...values: readonly (string | number)[]) =>
    text.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)])),
};

/** What was copied. */
export const copied: string[] = [];

export const version = '1.100.0';

export const UIKind = { Desktop: 1, Web: 2 };

export const env = {
  appHost: 'desktop',
  uiKind: UIKind.Desktop,
  remoteName: undefined as string | undefined,
  language: 'en',
  clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
  openExternal: (address: string) => Promise.resolve(void called.push([address])),
};

/** What was called, and with what. */
export const called: unknown[][] = [];

export const commands = {
  executeCommand: (...call: unknown[]) => Promise.resolve(void called.push(call)),
};

/** What the status bar said. */
export const statusBar: string[] = [];

export class ThemeIcon {
  constructor(readonly id: string) {}
}

export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };

export class TreeItem {
  constructor(
    readonly label: unknown,
    readonly collapsibleState = TreeItemCollapsibleState.None,
  ) {}
}

export const QuickPickItemKind = { Separator: -1, Default: 0 };

export class ThemeColor extends ThemeIcon {}

/** What opens at the top of the window, in front of which a test sits. */
class QuickInput {
  title = '';
  value = '';
  busy = false;
  isOpen = false;
  readonly #typed: (() => void)[] = [];
  readonly #accepted: (() => void)[] = [];
  readonly #hidden: (() => void)[] = [];

  onDidChangeValue(listener: () => void): void {
    this.#typed.push(listener);
  }

  onDidAccept(listener: () => void): void {
    this.#accepted.push(listener);
  }

  onDidHide(listener: () => void): void {
    this.#hidden.push(listener);
  }

  show(): void {
    this.isOpen = true;
  }

  hide(): void {
    this.isOpen = false;
    callAll(this.#hidden);
  }

  dispose(): void {
    this.isOpen = false;
  }

  type(text: string): void {
    this.value = text;
    callAll(this.#typed);
  }

  pressEnter(): void {
    callAll(this.#accepted);
  }

  pressEscape(): void {
    this.hide();
  }
}

function callAll(listeners: readonly (() => void)[]): void {
  for (const listener of listeners) {
    listener();
  }
}

/** A list with search. */
class QuickPick extends QuickInput {
  items: readonly unknown[] = [];
  activeItems: readonly unknown[] = [];
  selectedItems: readonly unknown[] = [];
  placeholder = '';
  canSelectMany = false;
  readonly #checked: (() => void)[] = [];

  onDidChangeSelection(listener: () => void): void {
    this.#checked.push(listener);
  }

  override show(): void {
    super.show();
    pickers.push(this);
  }

  /** VS Code takes the highlight away with that. */
  override type(text: string): void {
    this.activeItems = [];
    super.type(text);
  }

  /** Puts check marks on these rows, and takes them off the others. */
  check(rows: readonly unknown[]): void {
    this.selectedItems = rows;
    callAll(this.#checked);
  }

  /** Checks all that is offered, and presses Enter. */
  takeAll(): void {
    this.selectedItems = this.items;
    this.pressEnter();
  }
}

/** The lists that were opened. */
export const pickers: QuickPick[] = [];

export const InputBoxValidationSeverity = { Info: 1, Warning: 2, Error: 3 };

/** A box with a field. */
class InputBox extends QuickInput {
  readonly #pressed: (() => void)[] = [];
  prompt = '';
  enabled = true;
  validationMessage: string | { readonly message: string } | undefined;

  override show(): void {
    super.show();
    inputBoxes.push(this);
  }

  override dispose(): void {
    super.dispose();
    const index = inputBoxes.indexOf(this);
    if (index >= 0) {
      inputBoxes.splice(index, 1);
    }
  }

  onDidTriggerButton(listener: () => void): void {
    this.#pressed.push(listener);
  }

  /** The only button of its title. */
  pressButton(): void {
    callAll(this.#pressed);
  }

  /** What the box says below its field. */
  get said(): string {
    const { validationMessage: said } = this;
    return typeof said === 'object' ? said.message : (said ?? this.prompt);
  }
}

/** The boxes that are open. */
export const inputBoxes: InputBox[] = [];

/** An item of the status bar, as a person sees it. */
class StatusBarItem {
  text = '';
  tooltip = '';
  isShown = false;

  show(): void {
    this.isShown = true;
  }

  hide(): void {
    this.isShown = false;
  }

  dispose(): void {
    this.isShown = false;
  }
}

/** The items that the status bar has had. */
export const statusBarItems: StatusBarItem[] = [];

export const StatusBarAlignment = { Left: 1 };

function createStatusBarItem(): StatusBarItem {
  const item = new StatusBarItem();
  statusBarItems.push(item);
  return item;
}

export const ProgressLocation = { Notification: 15 };

/** Nobody presses Cancel. */
const withProgress = (_options: unknown, task: (progress: unknown, token: unknown) => unknown) =>
  task({ report: () => undefined }, { onCancellationRequested: () => undefined });

/** What notifications said. */
export const told: string[] = [];

/** What was asked in dialogs. */
export const questions: { question: string; detail: string }[] = [];

/** Everybody says yes to questions, and presses no button of a notification. */
const show = (message: string, first?: object, ...buttons: readonly object[]) => {
  const isQuestion = first !== undefined && 'modal' in first;
  if (isQuestion) {
    questions.push({ question: message, detail: (first as { readonly detail?: string }).detail ?? '' });
  } else {
    told.push(message);
  }
  return Promise.resolve(isQuestion ? buttons[0] : undefined);
};

interface Tool {
  prepareInvocation?(options: { readonly input: unknown }): unknown;
  invoke(options: { readonly input: unknown }, token: unknown): Promise<{ readonly content: readonly unknown[] }>;
}

/** The language-model tools that were registered, by their names. */
export const tools = new Map<string, Tool>();

export const lm = {
  registerTool: (name: string, tool: Tool) => {
    tools.set(name, tool);
    return { dispose: () => tools.delete(name) };
  },
};

export class LanguageModelTextPart {
  constructor(readonly value: string) {}
}

export class LanguageModelToolResult {
  constructor(readonly content: readonly LanguageModelTextPart[]) {}
}

export const window = {
  withProgress,
  showErrorMessage: show,
  showInformationMessage: show,
  showWarningMessage: show,
  setStatusBarMessage: (message: string) => void statusBar.push(message),
  showInputBox: (() => Promise.resolve(undefined)) as (options: InputBoxOptions) => Promise<string | undefined>,
  showQuickPick: (() => Promise.resolve(undefined)) as (
    items: readonly object[],
    options?: { readonly placeHolder?: string },
  ) => Promise<object | undefined>,
  createInputBox: () => new InputBox(),
  createQuickPick: () => new QuickPick(),
  createStatusBarItem,
  showTextDocument: () => Promise.resolve(),
};

/** The API that the extension comes with. */
export const DEFAULT_API = 'https://api-kckit.kirim.chat/v1';

/** What the settings say, by their names in the section of the extension; the others have no value. */
export const settings: Record<string, unknown> = {};

const settingsChanged = new EventEmitter<{ affectsConfiguration: (name: string) => boolean }>();

export const ConfigurationTarget = { Global: 1 };

export const workspace = {
  fs,
  registerTextDocumentContentProvider: () => ({ dispose: () => undefined }),
  openTextDocument: (uri: object) => Promise.resolve(uri),
  getConfiguration: (section: string) => ({
    get: (name: string): unknown => settings[name] ?? '',
    inspect: (name: string) => ({
      defaultValue: name === 'apiBaseUrl' ? DEFAULT_API : '',
      globalValue: settings[name],
    }),
    update: (name: string, value: unknown) => {
      settings[name] = value;
      settingsChanged.fire({ affectsConfiguration: (changed) => changed === `${section}.${name}` });
      return Promise.resolve();
    },
  }),
  onDidChangeConfiguration: settingsChanged.event,
};

/** As it is before the first test. */
export function forgetAll(): void {
  called.length = 0;
  tools.clear();
  copied.length = 0;
  told.length = 0;
  questions.length = 0;
  statusBar.length = 0;
  pickers.length = 0;
  inputBoxes.length = 0;
  statusBarItems.length = 0;
  disk.files.clear();
  disk.folders.clear();
  for (const name of Object.keys(settings)) {
    Reflect.deleteProperty(settings, name);
  }
}
