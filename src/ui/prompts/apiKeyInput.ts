import { CancellationError } from 'vscode';
import { askWithCheck, InputRefusal } from './checkedInput';

/** Why a key was not taken, in words for the box, which stays open. */
export class KeyRefusal extends InputRefusal {}

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
  const { title, prompt, value } = options;
  return askWithCheck({
    title,
    prompt,
    placeholder: 'kdv_live_…',
    password: true,
    value,
    submitsValue: value !== undefined,
    submit: (typed, closed) => unlessClosed(options.check(typed.trim(), closed), closed),
  });
}

/** A key that is still being checked when the box is closed is not waited for. */
async function unlessClosed<T>(work: Promise<T>, closed: AbortSignal): Promise<T> {
  let onClosed = (): void => undefined;
  const cancelled = new Promise<never>((_, reject) => {
    onClosed = () => {
      reject(new CancellationError());
    };
    closed.addEventListener('abort', onClosed);
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    closed.removeEventListener('abort', onClosed);
  }
}
