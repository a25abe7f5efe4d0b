import { env, Uri } from 'vscode';
import { l10n } from './l10n';

/** A button of an error notification. It runs behind the error boundary too, so it may throw. */
export interface ErrorAction {
  readonly title: string;
  /** VS Code closes a notification with each button: after this one it comes back, so that the others are not lost. */
  readonly comesBack?: boolean;
  run(): unknown;
}

/**
 * What a command throws when it could not do what was asked: says in words what did not happen.
 * The one who shows it adds the reason, from `cause`.
 */
export class OperationError extends Error {
  /**
   * @param message a whole sentence, such as “VIP” was not deleted.
   * @param retry does the same again, without asking what was answered already. The whole command where it is left out.
   */
  constructor(
    message: string,
    cause: unknown,
    readonly retry?: () => unknown,
  ) {
    super(message, { cause });
  }
}

/** VS Code's documentation about a keyring that does not work. package.nls.json links to it as well. */
const KEYRING_HELP = 'https://code.visualstudio.com/docs/configure/settings-sync#_troubleshooting-keychain-issues';

/** The next step where the secret storage does not work. */
export function howToFixKeyring(): ErrorAction {
  return { title: l10n.t('How to Fix'), run: () => env.openExternal(Uri.parse(KEYRING_HELP)) };
}
