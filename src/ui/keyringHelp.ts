import { env, Uri } from 'vscode';

/** Opens what VS Code's documentation says about a keyring that does not work. package.nls.json links to it as well. */
export async function openKeyringHelp(): Promise<void> {
  await env.openExternal(
    Uri.parse('https://code.visualstudio.com/docs/configure/settings-sync#_troubleshooting-keychain-issues'),
  );
}
