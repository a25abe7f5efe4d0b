import { basename, delimiter, dirname } from 'node:path';
import { runGuarded } from './guarded';

export interface NpmOptions {
  readonly cwd: string;
  /** The Node that npm, and the scripts it runs, run on. */
  readonly node: string;
  /** The folder with that Node's headers, when they are there: otherwise npm downloads them. */
  readonly headers: string | undefined;
}

/** What a user sets for all projects may pass; what `npm run` adds from the project around us may not. */
const USER_SETTING =
  /^npm_config_(registry|userconfig|globalconfig|cache|.*proxy|ca|cafile|strict_ssl|fetch_.*|\/\/.*)$/i;

export async function npm(args: readonly string[], { cwd, node, headers }: NpmOptions): Promise<void> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name) || USER_SETTING.test(name)),
  );
  env['PATH'] = [dirname(node), process.env['PATH'] ?? ''].join(delimiter);
  env['npm_config_update_notifier'] = 'false';
  if (headers !== undefined) {
    env['npm_config_nodedir'] = headers;
  }
  const cli = process.env['npm_execpath'] ?? '';
  const isNpm = basename(cli) === 'npm-cli.js';
  const all = [...args, '--no-audit', '--no-fund'];
  await runGuarded(isNpm ? node : 'npm', isNpm ? [cli, ...all] : all, { cwd, env });
}
