import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Connection } from './programs/connection';

/** A shell with the names in it that the scripts use. @throws Error where it does not end well. */
async function shell(script: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  const child = spawn('sh', ['-c', script], { env: { ...process.env, ...env }, stdio: 'ignore' });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) {
    throw new Error(`"${script}" ended with ${String(code)}.`);
  }
}

/** Whether the machine has these programs. */
export function hasPrograms(...names: readonly string[]): Promise<boolean> {
  return shell(names.map((name) => `command -v ${name}`).join(' && ')).then(
    () => true,
    () => false,
  );
}

const CURL = 'curl -fsS --noproxy "*" -o /dev/null -X DELETE -H "Authorization: Bearer $KEY" "$BASE/labels/$id"';

/**
 * A curl for each label, one after another or several at once.
 *
 * @returns how long that took, in milliseconds.
 */
export async function curlEach(
  { baseUrl, apiKey }: Connection,
  ids: readonly string[],
  { lanes, folder }: { lanes: number; folder: string },
): Promise<number> {
  const file = join(folder, 'ids.txt');
  await writeFile(file, ids.map((id) => `${id}\n`).join(''));
  const script =
    lanes === 1
      ? `while read -r id; do ${CURL}; done < "$IDS"`
      : `xargs -P${lanes} -I{} sh -c 'id={}; exec ${CURL}' < "$IDS"`;
  const start = performance.now();
  await shell(script, { KEY: apiKey, BASE: baseUrl, IDS: file });
  return performance.now() - start;
}
