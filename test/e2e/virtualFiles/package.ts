import { join } from 'node:path';
import { packageExtension } from '../../vscode/packageExtension';

const MANIFEST = {
  name: 'virtual-files',
  publisher: 'kirim-labels-test',
  version: '1.0.0',
  engines: { vscode: '^1.100.0' },
  main: 'extension.js',
  activationEvents: ['onFileSystem:virtual-files'],
  capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
};

/** Writes the extension of this folder as a file that VS Code can install. */
export function packageVirtualFiles(vsix: string): Promise<void> {
  return packageExtension(join(__dirname, 'extension.ts'), MANIFEST, vsix);
}
