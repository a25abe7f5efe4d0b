import {
  CancellationError,
  type InputBoxValidationMessage,
  InputBoxValidationSeverity,
  type QuickInputButton,
  window,
} from 'vscode';

/** Why an input was not taken, in words for the box, which stays open. */
export class InputRefusal extends Error {}

/** A button in the title of a box, which does something else in place of what the box is for. */
export interface InputBoxButton<T> extends QuickInputButton {
  run(): Promise<T>;
}

interface CheckedInputOptions<T> {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly password?: boolean;
  readonly button?: InputBoxButton<T> | undefined;
  /** What the box has in it at first. */
  readonly value?: string | undefined;
  /** It is submitted at once. */
  readonly submitsValue?: boolean;
  /** What is to be said of an input while it is typed. An error is not submitted. */
  readonly validate?: (value: string) => InputBoxValidationMessage | undefined;
  /**
   * Does with the input what the box is for.
   *
   * @param closed aborted when the box is closed: what comes of it is awaited all the same, and counts.
   * @throws InputRefusal
   */
  submit(value: string, closed: AbortSignal): Promise<T>;
}

/**
 * Asks for a text in a box, which stays open when focus is lost, and until the text was taken.
 *
 * @returns what `submit` made of it.
 * @throws CancellationError when the box is closed; what `submit` throws, after closing the box.
 */
export function askWithCheck<T>(options: CheckedInputOptions<T>): Promise<T> {
  const input = window.createInputBox();
  const closed = new AbortController();
  input.title = options.title;
  input.prompt = options.prompt;
  input.placeholder = options.placeholder;
  input.password = options.password ?? false;
  input.ignoreFocusOut = true;
  input.value = options.value ?? '';
  let problem: InputBoxValidationMessage | undefined;
  const validate = () => {
    problem = options.validate?.(input.value);
    input.validationMessage = problem;
  };

  return new Promise<T>((resolve, reject) => {
    const accept = async () => {
      if (input.busy) {
        return;
      }
      if (!problem) {
        // Of a field that nothing was typed into yet nothing was said.
        validate();
      }
      if (problem?.severity === InputBoxValidationSeverity.Error) {
        return;
      }
      input.busy = true;
      input.enabled = false;
      input.validationMessage = undefined;
      try {
        resolve(await options.submit(input.value, closed.signal));
      } catch (error) {
        if (error instanceof InputRefusal && !closed.signal.aborted) {
          input.validationMessage = error.message;
        } else {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      } finally {
        input.enabled = true;
        input.busy = false;
      }
    };
    const { button } = options;
    if (button) {
      input.buttons = [button];
      input.onDidTriggerButton(() => {
        resolve(button.run());
      });
    }
    input.onDidAccept(() => void accept());
    input.onDidChangeValue(validate);
    input.onDidHide(() => {
      closed.abort();
      if (!input.busy) {
        reject(new CancellationError());
      }
    });
    input.show();
    if (options.submitsValue) {
      void accept();
    }
  }).finally(async () => {
    closed.abort();
    // VS Code keeps its field, with what was typed, until the next box: and it only takes this before the box is closed.
    input.value = '';
    await new Promise((taken) => setTimeout(taken));
    input.dispose();
  });
}
