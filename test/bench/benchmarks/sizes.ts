import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleProduct } from '../../productBundle';
import { repository, vsix } from '../../vscode/paths';
import type { Benchmark, Row, Target } from '../benchmark';

const KB = 1024;

/** What is shipped, in bytes. `npm test` holds the limits. */
export const sizes: Benchmark = {
  name: 'sizes',
  run: async ({ folder }) => {
    const product = await bytesOf(join(repository, 'src/extension.ts'), folder);
    const client = await bytesOf(join(repository, 'src/api/client.ts'), folder);
    const bare = await bytesOf(join(repository, 'test/bench/programs/bareClient.ts'), folder);
    return [
      row('dist/extension.js', product.size, atMost(160)),
      row('dist/extension.js, compressed', product.compressed),
      row('the VSIX', (await stat(vsix)).size, atMost(224)),
      compared('the client alone', client.size, bare.size),
      compared('the client alone, compressed', client.compressed, bare.compressed),
    ];
  },
};

/** Something bundled by itself in the same way. */
async function bytesOf(entry: string, folder: string) {
  const { files } = await bundleProduct({ entryPoints: [entry], outdir: join(folder, 'alone') });
  return {
    size: files.reduce((sum, { contents }) => sum + contents.length, 0),
    compressed: files.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0),
  };
}

function atMost(kilobytes: number): Target {
  return { words: `at most ${kilobytes} KB`, judge: 'value', atMost: kilobytes * KB };
}

function row(what: string, size: number, ...targets: readonly Target[]): Row {
  return { what, unit: 'bytes', ours: { name: 'ours', samples: [size] }, others: [], targets };
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
