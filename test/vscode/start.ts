import { join } from 'node:path';
import { addSample, Kirim, listen, SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../kirim';
import { startCodeServer } from './codeServer';
import { canRunDesktop } from './desktop';
import { isFree } from './freePort';
import { runMain } from './main';
import { cache, vsix } from './paths';
import type { Settings } from './settings';
import { startDesktop } from './startDesktop';

// The same ports each time: VS Code in a browser keeps its secrets by port.
const API_PORT = 8788;
const VSCODE_PORT = 8787;
const PROFILE = join(cache, 'start-profile');

/** npm start: a VS Code with the extension, signed up at a stand-in of KirimChat on this machine. */
async function main(): Promise<number> {
  const kirim = new Kirim();
  addSample(kirim);
  const api = await listen(kirim, { port: (await isFree(API_PORT)) ? API_PORT : 0 });
  const vscode = await startVSCode({ 'kirimLabels.apiBaseUrl': api.baseUrl });

  console.log(`
  ${vscode.where}
  Sign in     with the key ${SAMPLE_API_KEY} of the organization ${SAMPLE_ORGANIZATION}
  KirimChat   a stand-in at ${api.baseUrl}: nothing leaves this computer
  Stop        with Ctrl-C
`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void vscode.stop());
  }
  await vscode.ended;
  await api.close();
  return 0;
}

interface Running {
  /** Tells a person where to look. */
  readonly where: string;
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

async function startVSCode(settings: Settings): Promise<Running> {
  if (await canRunDesktop()) {
    return { where: 'VS Code     is opening in a window of its own', ...(await startDesktop(PROFILE, settings)) };
  }
  // A second one beside the first gets a port and a profile of its own.
  const place = (await isFree(VSCODE_PORT)) ? { port: VSCODE_PORT, profile: PROFILE } : {};
  const server = await startCodeServer({ vsix, settings, ...place });
  return { where: `VS Code     http://${server.host}/ (open it in a browser)`, ...server };
}

runMain(main);
