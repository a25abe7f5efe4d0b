import { CancellationError, window } from 'vscode';

/** Why a key was not taken, in words for the box, which stays open. */
export class KeyRefusal extends Error {}

export interface ApiKeyInputOptions<T> {
  readonly title: string;
  readonly prompt: string;
  /** A key that was typed before: it is checked at once. */
  readonly value: string | undefined;
  /**
   * Checks a key; `signal` is aborted when the box is closed.
   *
   * @throws KeyRefusal
   */
  check(apiKey: string, signal: AbortSignal): Promise<T>;
}

/**
 * Asks for an API key in a password box, which stays open when focus is lost, since the key has to be fetched elsewhere.
 *
 * @returns what `check` made of the key.
 * @throws CancellationError when the box is closed; what `check` throws, after closing the box.
 */
export function askForApiKey<T>(options: ApiKeyInputOptions<T>): Promise<T> {
  const input = window.createInputBox();
  const closed = new AbortController();
  input.title = options.title;
  input.prompt = options.prompt;
  input.placeholder = 'kdv_live_…';
  input.password = true;
  input.ignoreFocusOut = true;
  input.value = options.value ?? '';

  return new Promise<T>((resolve, reject) => {
    const accept = async () => {
      if (input.busy) {
        return;
      }
      input.busy = true;
      input.enabled = false;
      input.validationMessage = undefined;
      try {
        resolve(await options.check(input.value.trim(), closed.signal));
      } catch (error) {
        if (error instanceof KeyRefusal) {
          input.validationMessage = error.message;
        } else {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      } finally {
        input.enabled = true;
        input.busy = false;
      }
    };
    input.onDidAccept(() => void accept());
    input.onDidChangeValue(() => {
      input.validationMessage = undefined;
    });
    input.onDidHide(() => {
      closed.abort();
      reject(new CancellationError());
    });
    input.show();
    if (options.value !== undefined) {
      void accept();
    }
  }).finally(async () => {
    // VS Code keeps its field, with what was typed, until the next box: and it only takes this before the box is closed.
    input.value = '';
    await new Promise((taken) => setTimeout(taken));
    input.dispose();
  });
}
