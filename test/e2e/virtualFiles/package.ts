import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import JSZip from 'jszip';

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
export async function packageVirtualFiles(vsix: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'extension.ts')],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
    write: false,
  });
  const zip = new JSZip();
  zip.file('extension/package.json', JSON.stringify(MANIFEST));
  zip.file('extension/extension.js', outputFiles[0]?.contents ?? '');
  await writeFile(vsix, await zip.generateAsync({ type: 'nodebuffer' }));
}
