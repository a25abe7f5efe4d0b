import * as vscode from 'vscode';
import type { Stubs } from './stubs';

interface Question {
  readonly message: string;
  readonly detail: string | undefined;
  readonly buttons: readonly string[];
}

interface Notice {
  readonly message: string;
  readonly buttons: readonly string[];
  /** Presses a button of the notification. */
  press(button: string): void;
}

/**
 * The person in front of VS Code: types a key, answers questions, reads what is said. A test host refuses real dialogs, so
 * this takes the place of the functions that open them.
 */
export class Person {
  /** What is typed into boxes, one entry a time that a box waits for Enter; then it is closed. */
  readonly keys: string[] = [];
  /** What is pressed in dialogs, in turn; undefined is Escape. */
  readonly answers: (string | undefined)[] = [];
  readonly questions: Question[] = [];
  readonly errors: Notice[] = [];
  /** Information, and warnings that are no dialogs. */
  readonly notifications: Notice[] = [];
  readonly statusBar: string[] = [];
  /** What boxes said about that, and how they were set up. */
  readonly refusals: string[] = [];
  readonly boxes: { title: string; prompt: string; password: boolean; ignoreFocusOut: boolean }[] = [];

  constructor(stubs: Stubs) {
    const showMessage = (message: string, ...rest: unknown[]) =>
      isModal(rest[0])
        ? this.ask(message, rest[0], ...(rest.slice(1) as vscode.MessageItem[]))
        : this.tell(this.notifications, message, rest as vscode.MessageItem[]);
    stubs.replace(vscode.window, 'showWarningMessage', showMessage);
    stubs.replace(vscode.window, 'showInformationMessage', showMessage);
    stubs.replace(vscode.window, 'showErrorMessage', (message: string, ...buttons: vscode.MessageItem[]) =>
      this.tell(this.errors, message, buttons),
    );
    stubs.replace(vscode.window, 'setStatusBarMessage', (message: string) => {
      this.statusBar.push(message);
      return { dispose: () => undefined };
    });
    stubs.replace(vscode.window, 'createInputBox', () => this.box());
  }

  get lastError(): Notice {
    const notice = this.errors.at(-1);
    if (!notice) {
      throw new Error('No error was shown');
    }
    return notice;
  }

  get lastNotification(): Notice {
    const notice = this.notifications.at(-1);
    if (!notice) {
      throw new Error('No notice was shown');
    }
    return notice;
  }

  private ask(
    message: string,
    options: vscode.MessageOptions,
    ...buttons: vscode.MessageItem[]
  ): Promise<vscode.MessageItem | undefined> {
    this.questions.push({ message, detail: options.detail, buttons: buttons.map(({ title }) => title) });
    const answer = this.answers.shift();
    return Promise.resolve(buttons.find(({ title }) => title === answer));
  }

  private tell(
    told: Notice[],
    message: string,
    buttons: readonly vscode.MessageItem[],
  ): Promise<vscode.MessageItem | undefined> {
    return new Promise((resolve) => {
      told.push({
        message,
        buttons: buttons.map(({ title }) => title),
        press: (title) => {
          resolve(buttons.find((button) => button.title === title));
        },
      });
    });
  }

  private box(): vscode.InputBox {
    const accepted = new vscode.EventEmitter<void>();
    const changed = new vscode.EventEmitter<string>();
    const hidden = new vscode.EventEmitter<void>();
    const typeNext = () => {
      const key = this.keys.shift();
      if (key === undefined) {
        hidden.fire();
      } else {
        box.value = key;
        changed.fire(key);
        accepted.fire();
      }
    };
    const box = {
      title: '',
      prompt: '',
      placeholder: '',
      value: '',
      password: false,
      ignoreFocusOut: false,
      enabled: true,
      busy: false,
      onDidAccept: accepted.event,
      onDidChangeValue: changed.event,
      onDidHide: hidden.event,
      onDidTriggerButton: new vscode.EventEmitter<void>().event,
      show: () => {
        const { title, prompt, password, ignoreFocusOut } = box;
        this.boxes.push({ title, prompt, password, ignoreFocusOut });
        // A key that a box has already is checked at once.
        if (box.value === '' || !box.password) {
          queueMicrotask(typeNext);
        }
      },
      hide: () => {
        hidden.fire();
      },
      dispose: () => {
        accepted.dispose();
        changed.dispose();
        hidden.dispose();
      },
    };
    Object.defineProperty(box, 'validationMessage', {
      set: (message: string | vscode.InputBoxValidationMessage | undefined) => {
        if (message !== undefined) {
          this.refusals.push(typeof message === 'string' ? message : message.message);
          // After the box is ready for input again.
          setTimeout(typeNext);
        }
      },
    });
    return box as unknown as vscode.InputBox;
  }
}

function isModal(options: unknown): options is vscode.MessageOptions {
  return typeof options === 'object' && options !== null && 'modal' in options;
}
