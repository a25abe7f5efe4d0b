import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import JSZip from 'jszip';

/** Writes an extension for tests, made of one file and what is given by name, as a file that VS Code can install. */
export async function packageExtension(
  entryPoint: string,
  manifest: object,
  vsix: string,
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [entryPoint],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
    write: false,
  });
  const zip = new JSZip();
  zip.file('extension/package.json', JSON.stringify(manifest));
  zip.file('extension/extension.js', outputFiles[0]?.contents ?? '');
  for (const [name, content] of Object.entries(files)) {
    zip.file(`extension/${name}`, content);
  }
  await writeFile(vsix, await zip.generateAsync({ type: 'nodebuffer' }));
}
