import { type Disposable, workspace } from 'vscode';
import { type ApiBaseUrl, parseApiBaseUrl } from '../api/baseUrl';

const SECTION = 'kirimLabels';

/**
 * The API that the user chose. The setting has application scope: a workspace cannot redirect the key.
 *
 * @throws InvalidBaseUrlError where the setting is no address that a key may be sent to.
 */
export function readApiBaseUrl(): ApiBaseUrl {
  // Whatever the type in package.json says, settings.json may have anything.
  return parseApiBaseUrl(String(workspace.getConfiguration(SECTION).get<unknown>('apiBaseUrl')));
}

/** Whether the API is the one that the extension comes with; where it is not, dialogs name the host. */
export function isDefaultApi(baseUrl: ApiBaseUrl): boolean {
  const setting = workspace.getConfiguration(SECTION).inspect<string>('apiBaseUrl');
  return setting?.defaultValue !== undefined && parseApiBaseUrl(setting.defaultValue).href === baseUrl.href;
}

/** How long one request may take, in seconds. */
export function readRequestTimeoutSeconds(): number {
  const seconds = workspace.getConfiguration(SECTION).get('requestTimeoutSeconds', 30);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 300) : 30;
}

export function onDidChangeApiBaseUrl(listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${SECTION}.apiBaseUrl`)) {
      listener();
    }
  });
}
