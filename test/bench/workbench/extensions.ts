import { join } from 'node:path';
import { packageExtension } from '../../vscode/packageExtension';

const PUBLISHER = 'kirim-labels-bench';
const COMMON = { publisher: PUBLISHER, version: '1.0.0', engines: { vscode: '^1.100.0' }, main: 'extension.js' };

/** Title and view of what is compared with the Labels view. */
export const BARE_VIEW = 'Bare View';
export const BARE_LIST = 'Bare List';
export const OURS = 'kirim-labels.kirim-labels';
/** The first is activated before all others, so that nobody pays for what happens once. */
export const [WARM_UP, EMPTY] = [`${PUBLISHER}.warm-up`, `${PUBLISHER}.empty`];

/** Writes the extensions that the benchmark needs beside ours; resolves to their files. */
export async function packageExtensions(folder: string): Promise<string[]> {
  const extensions = [
    { name: 'warm-up', entry: 'emptyExtension.ts', manifest: {} },
    { name: 'empty', entry: 'emptyExtension.ts', manifest: {} },
    { name: 'bare-view', entry: 'bareViewExtension.ts', manifest: viewIn(BARE_VIEW, 'bench.bareView') },
    {
      name: 'companion',
      entry: 'companion/extension.ts',
      manifest: { ...viewIn(BARE_LIST, 'bench.bareList'), activationEvents: ['onStartupFinished'] },
    },
  ];
  return Promise.all(
    extensions.map(async ({ name, entry, manifest }) => {
      const vsix = join(folder, `${name}.vsix`);
      await packageExtension(join(__dirname, entry), { ...COMMON, name, ...manifest }, vsix);
      return vsix;
    }),
  );
}

function viewIn(title: string, view: string) {
  const container = view.replace('.', '-');
  return {
    contributes: {
      viewsContainers: { activitybar: [{ id: container, title, icon: '$(list-flat)' }] },
      views: { [container]: [{ id: view, name: title }] },
    },
  };
}
