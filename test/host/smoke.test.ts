import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('The extension', () => {
  it('registers every command that it contributes', async () => {
    const extension = vscode.extensions.getExtension<unknown>('kirim-labels.kirim-labels');
    assert.ok(extension, 'the extension is not there');

    await extension.activate();

    const { contributes } = extension.packageJSON as Manifest;
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = contributes.commands.map(({ command }) => command).filter((command) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
