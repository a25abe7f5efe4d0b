// Whose code is in the bundle besides ours, and under which license: dist/ThirdPartyNotices.txt.
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/**
 * The text of that file, from what esbuild says is in the bundle.
 *
 * @param {import('esbuild').Metafile} metafile
 * @param {string} root the folder that the bundle was built in.
 */
export async function thirdPartyNotices(metafile, root = process.cwd()) {
  const parts = await Promise.all(packageFolders(metafile).map((folder) => notice(resolve(root, folder))));
  return ['Kirim Labels contains code of these packages, each under its own license.\n', ...parts].join(`\n${RULE}\n`);
}

/**
 * The packages that have code in the bundle, by the folder that each is installed in.
 *
 * @param {import('esbuild').Metafile} metafile
 */
function packageFolders({ outputs }) {
  const files = Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const folders = files.map(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

const RULE = '-'.repeat(80);

/** @param {string} folder */
async function notice(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((candidate) => /^licen[sc]e(\.(md|txt))?$/i.test(candidate));
  if (file === undefined) {
    throw new Error(`The bundle has code of ${name} in it, which comes without the text of its license.`);
  }
  return `${name} ${version} (${license})\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
}
