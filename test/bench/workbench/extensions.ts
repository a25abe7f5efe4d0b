import { join } from 'node:path';
import { packageExtension } from '../../vscode/packageExtension';

const PUBLISHER = 'kirim-labels-bench';
const COMMON = { publisher: PUBLISHER, version: '1.0.0', engines: { vscode: '^1.100.0' }, main: 'extension.js' };

/** Title and view of what is compared with the Labels view. */
export const BARE_VIEW = 'Bare View';
export const BARE_LIST = 'Bare List';
export const OURS = 'kirim-labels.kirim-labels';
/** Asks which row of what a server has is meant, as Delete Label does that is called on none. */
export const BARE_COMMAND = 'Bare: Choose Row';

/** Writes the extensions that the benchmark needs beside ours; resolves to their files. */
export async function packageExtensions(folder: string): Promise<string[]> {
  const extensions = [
    { name: 'bare-view', entry: 'bareViewExtension.ts', manifest: withCommand(viewIn(BARE_VIEW, 'bench.bareView')) },
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

function withCommand({ contributes }: ReturnType<typeof viewIn>) {
  const [category, title] = BARE_COMMAND.split(': ');
  return { contributes: { ...contributes, commands: [{ command: 'bench.chooseRow', category, title }] } };
}
