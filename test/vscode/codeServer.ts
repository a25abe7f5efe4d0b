import { mkdir, mkdtemp } from 'node:fs/promises';
import { addLanguagePack } from './languagePack';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runGuarded, startGuarded, type Guarded } from './guarded';
import { ensureCodeServer, type Installation } from './installCodeServer';
import { changeSettings, QUIET_SETTINGS, type Settings } from './settings';

export interface CodeServerOptions {
  readonly settings?: Settings;
  /** Extensions to install. */
  readonly vsix?: string | readonly string[];
  /** A free one when it is left out. */
  readonly port?: number;
  /** Where settings and extensions are kept; when it is left out, in a folder that goes away with the server. */
  readonly profile?: string;
  /** Lets the page's URL name an extension under test. It also silences notifications. */
  readonly testDriver?: boolean;
  /** The language of extensions, such as id: VS Code's own texts stay English. English when it is left out. */
  readonly displayLanguage?: string;
  /** Asks whether a folder's authors are trusted, as VS Code does by itself; else all are. */
  readonly workspaceTrust?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** A running VS Code, to be opened in a browser. */
export interface CodeServer {
  /** Such as 127.0.0.1:8787. */
  readonly host: string;
  /** Where the workbench is, with an empty folder opened. */
  readonly url: string;
  readonly workspace: string;
  /** The user's settings.json. */
  readonly settings: string;
  /** What the server printed so far, to explain a failure. */
  log(): string;
  /** Resolves when the server has ended, by stop() or by itself. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const POLL_MS = 50;

export async function startCodeServer(options: CodeServerOptions = {}): Promise<CodeServer> {
  const installation = await ensureCodeServer();
  // In the system's temporary folder, since the path of a socket in it may have 107 characters at most.
  const scratch = options.profile === undefined ? await mkdtemp(join(tmpdir(), 'kirim-vscode-')) : undefined;
  const profile = await layOut(options.profile ?? scratch ?? '');
  const trust = options.workspaceTrust ? { 'security.workspace.trust.enabled': true } : {};
  await changeSettings(profile.settings, { ...QUIET_SETTINGS, ...trust, ...options.settings });
  if (options.displayLanguage !== undefined) {
    await addLanguagePack(profile.data, options.displayLanguage);
  }

  const env = environment(installation, profile.home, options.env);
  const common = ['--user-data-dir', profile.data, '--extensions-dir', profile.extensions, '--config', profile.config];
  const extensions = [options.vsix ?? []].flat();
  if (extensions.length > 0) {
    const each = extensions.flatMap((vsix) => ['--install-extension', vsix]);
    const install = [installation.entry, ...common, ...each, '--force'];
    await runGuarded(installation.node, install, { env });
  }
  const server = startGuarded(
    installation.node,
    [installation.entry, ...common, ...serverArguments(options, installation)],
    {
      env,
      ...(scratch === undefined ? {} : { scratch }),
    },
  );
  const log = collect(server);
  const host = await ready(server, log);
  return {
    host,
    url: `http://${host}/?folder=${encodeURIComponent(profile.workspace)}`,
    workspace: profile.workspace,
    settings: profile.settings,
    log,
    ended: server.ended,
    stop: () => server.stop(),
  };
}

function serverArguments(
  { port = 0, testDriver = false, workspaceTrust = false, displayLanguage }: CodeServerOptions,
  { release }: Installation,
): string[] {
  return [
    ...['--bind-addr', `127.0.0.1:${port}`, '--auth', 'none'],
    ...['--disable-telemetry', '--disable-update-check'],
    ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...['--ignore-last-opened', '--disable-getting-started-override'],
    ...(testDriver ? release.testDriver : []),
    ...(displayLanguage === undefined ? [] : ['--locale', displayLanguage]),
  ];
}

interface Profile {
  readonly home: string;
  readonly data: string;
  readonly extensions: string;
  readonly workspace: string;
  readonly config: string;
  readonly settings: string;
}

async function layOut(root: string): Promise<Profile> {
  const profile = {
    home: join(root, 'home'),
    data: join(root, 'data'),
    extensions: join(root, 'extensions'),
    workspace: join(root, 'workspace'),
    config: join(root, 'config.yaml'),
    settings: join(root, 'data/User/settings.json'),
  };
  for (const folder of [profile.home, profile.extensions, profile.workspace, dirname(profile.settings)]) {
    await mkdir(folder, { recursive: true });
  }
  return profile;
}

function environment({ node }: Installation, home: string, extra: CodeServerOptions['env']): NodeJS.ProcessEnv {
  // A VS Code that we were started from would be asked to open the folder instead.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    PATH: [dirname(node), process.env['PATH'] ?? ''].join(delimiter),
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: home,
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    ...extra,
  };
}

function collect(server: Guarded): () => string {
  let text = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  return () => text;
}

async function ready(server: Guarded, log: () => string): Promise<string> {
  const deadline = AbortSignal.timeout(START_TIMEOUT_MS);
  const ended = server.ended.then(() => 'ended' as const);
  while (!deadline.aborted) {
    const host = /HTTP server listening on http:\/\/([\d.]+:\d+)/.exec(log())?.[1];
    if (host !== undefined && (await answers(`http://${host}/healthz`))) {
      return host;
    }
    if ((await Promise.race([ended, delay(POLL_MS)])) === 'ended') {
      throw new Error(`VS Code ended. It printed:\n${log()}`);
    }
  }
  await server.stop();
  throw new Error(`VS Code did not answer in time. It printed:\n${log()}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
