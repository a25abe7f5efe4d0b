/** How a VS Code is put together from npm packages. */
export interface Release {
  readonly vscode: string;
  /** The same as a download for the desktop. */
  readonly desktop: string;
  readonly codeServer: string;
  /** The Node it runs on; another Node of the same major does as well. */
  readonly node: string;
  readonly rebuilds: readonly Rebuild[];
  /** Makes the page's URL able to name an extension under test; an older one needs nothing for that. */
  readonly testDriver: readonly string[];
  /** It searches with the system's ripgrep: its own would be a download. */
  readonly systemRipgrep: boolean;
}

/** Native modules without a prebuilt binary. */
export interface Rebuild {
  /** Relative to where code-server is installed. */
  readonly folder: string;
  readonly modules: readonly string[];
  readonly options: readonly string[];
  /** Without an optional one the server works, but is noisy. */
  readonly optional: boolean;
}

const newest: Release = {
  vscode: '1.139',
  desktop: 'stable',
  codeServer: '4.139.1',
  node: '24.21.0',
  rebuilds: [
    {
      folder: 'node_modules/code-server/lib/vscode',
      modules: ['@vscode/spdlog', '@vscode/native-watchdog'],
      options: [],
      optional: true,
    },
  ],
  testDriver: ['--vscode-option', 'enable-smoke-test-driver'],
  systemRipgrep: false,
};

/** The oldest VS Code that package.json's `engines` allows. */
export const oldest: Release = {
  vscode: '1.100',
  desktop: '1.100.3',
  codeServer: '4.100.3',
  node: '20.20.2',
  rebuilds: [
    { folder: '.', modules: ['argon2'], options: ['--build-from-source'], optional: false },
    // node-pty calls npx, which would ask.
    {
      folder: 'node_modules/code-server/lib/vscode',
      modules: ['@vscode/spdlog', 'native-watchdog', 'node-pty'],
      options: ['--yes'],
      optional: false,
    },
  ],
  testDriver: [],
  systemRipgrep: true,
};

/** The release that KIRIM_VSCODE_VERSION asks for; the newest one when it asks for none. */
export function chosenRelease(): Release {
  const version = process.env['KIRIM_VSCODE_VERSION'] ?? newest.vscode;
  const release = [newest, oldest].find((candidate) => candidate.vscode === version);
  if (release === undefined) {
    throw new Error(`KIRIM_VSCODE_VERSION may be ${newest.vscode} or ${oldest.vscode}, not ${version}.`);
  }
  return release;
}
