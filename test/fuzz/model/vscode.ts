/** As much of VS Code as sessions, commands and notifications need: what `import … from 'vscode'` is with random input. */
import type { ErrorAction } from '../../../src/ui/errors';
import { window as fake } from '../../unit/fakeVscode';
import { Person } from './person';

let person = new Person(() => undefined);

/** From now on everything is shown to this one. */
export function showTo(next: Person): void {
  person = next;
}

export {
  CancellationError,
  env,
  EventEmitter,
  l10n,
  ProgressLocation,
  StatusBarAlignment,
  ThemeColor,
  ThemeIcon,
} from '../../unit/fakeVscode';

export const commands = { executeCommand: () => Promise.resolve() };

export const workspace = {
  getConfiguration: () => ({
    get: (name: string) => person.settings[name],
    inspect: () => ({ defaultValue: person.settings['apiBaseUrl'] }),
  }),
  onDidChangeConfiguration: () => ({ dispose: () => undefined }),
};

interface Modal {
  readonly modal: true;
  readonly detail: string;
}

type Shown = readonly [Modal, ...{ readonly title: string }[]] | readonly ErrorAction[];

/** A question is answered; a notification stays, and its buttons are pressed by the person. */
async function show(message: string, ...shown: Shown): Promise<unknown> {
  if (isQuestion(shown)) {
    const [{ detail }, button] = shown;
    return (await person.ask(message, detail, button?.title ?? '')) ? button : undefined;
  }
  person.tell(message, shown);
  return undefined;
}

function isQuestion(shown: Shown): shown is readonly [Modal, ...{ readonly title: string }[]] {
  const [first]: readonly (object | undefined)[] = shown;
  return first !== undefined && 'modal' in first;
}

interface Token {
  onCancellationRequested(listener: () => void): void;
}

export const window = {
  createStatusBarItem: fake.createStatusBarItem,
  showWarningMessage: show,
  showInformationMessage: show,
  showErrorMessage: show,
  setStatusBarMessage: (message: string) => {
    person.tellShortly(message);
  },
  withProgress: async (_: unknown, task: (progress: unknown, token: Token) => Promise<void>) => {
    const listeners: (() => void)[] = [];
    const to = person;
    const running = to.open(() => {
      listeners.forEach((listener) => {
        listener();
      });
    });
    const token = { onCancellationRequested: (listener: () => void) => void listeners.push(listener) };
    await task({ report: () => undefined }, token);
    to.close(running);
  },
};
