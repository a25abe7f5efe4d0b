import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleProduct, nameOf } from '../../productBundle';
import { repository, vsix } from '../../vscode/paths';
import type { Benchmark, Row, Target } from '../benchmark';

const KB = 1024;

/** What is shipped, in bytes. `npm test` holds the limits. */
export const sizes: Benchmark = {
  name: 'sizes',
  run: async ({ folder }) => {
    const product = await bundleProduct();
    const extension = product.files.get('extension.js')?.contents ?? new Uint8Array();
    const app = Object.entries(product.metafile.outputs).find(([, { entryPoint }]) => entryPoint === 'src/app.ts');
    const appName = nameOf(app?.[0] ?? '');
    const appFile = product.files.get(appName)?.contents ?? new Uint8Array();
    const atActivation = [...product.loadedWith('extension.js')];
    const forFirstRows = [...atActivation, ...product.loadedWith(appName)];
    const bytesIn = (names: readonly string[]) =>
      names.reduce((sum, name) => sum + (product.files.get(name)?.contents.length ?? 0), 0);
    const client = await bytesOf(join(repository, 'src/api/client.ts'), folder);
    const bare = await bytesOf(join(repository, 'test/bench/programs/bareClient.ts'), folder);
    return [
      row('dist/extension.js, all that activation loads', extension.length, atMost(25)),
      row('dist/extension.js, compressed', gzipSync(extension).length, atMost(10)),
      row('the largest file, loaded for the first rows', appFile.length, atMost(25)),
      row('the largest file, compressed', gzipSync(appFile).length, atMost(10)),
      row(
        `all that is loaded for the first rows but ofetch, ${forFirstRows.length} files`,
        bytesIn(forFirstRows),
        atMost(40),
      ),
      row('the VSIX', (await stat(vsix)).size, atMost(120)),
      compared('the client alone', client.size, bare.size),
      compared('the client alone, compressed', client.compressed, bare.compressed),
    ];
  },
};

/** Something bundled by itself in the same way, with all that it loads at any time. */
async function bytesOf(entry: string, folder: string) {
  const { files } = await bundleProduct({ entryPoints: [entry], outdir: join(folder, 'alone') });
  const scripts = [...files.values()].filter(({ path }) => nameOf(path).endsWith('.js'));
  return {
    size: scripts.reduce((sum, { contents }) => sum + contents.length, 0),
    compressed: scripts.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0),
  };
}

function atMost(kilobytes: number): Target {
  return { words: `at most ${kilobytes} KB`, judge: 'value', atMost: kilobytes * KB };
}

function row(what: string, size: number, target: Target): Row {
  return { what, unit: 'bytes', ours: { name: 'ours', samples: [size] }, others: [], targets: [target] };
}

function compared(what: string, size: number, other: number): Row {
  return {
    what,
    unit: 'bytes',
    ours: { name: 'client.ts with ofetch and valibot', samples: [size] },
    others: [{ name: 'the same calls with bare fetch', samples: [other] }],
    targets: [],
  };
}
