import * as vscode from 'vscode';
import { addSample, Kirim, listen, type Listening, SAMPLE_API_KEY } from '../../kirim';
import { LabelsViewProbe } from './labelsViewProbe';
import { Outgoing } from './outgoing';
import { Person } from './person';
import { signOutOfAll } from './signOut';
import { Stubs } from './stubs';

const EXTENSION_ID = 'kirim-labels.kirim-labels';

let probe: Promise<LabelsViewProbe> | undefined;
let stages = 0;
/** From the first line that runs here, and so for every command that any test of the suite calls. */
const outgoing = new Outgoing();

/** The extension as this VS Code runs it; there is one, and it is activated once. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension<unknown>(EXTENSION_ID);
  if (!found) {
    throw new Error('The extension is not installed');
  }
  return found;
}

export function labelsView(): Promise<LabelsViewProbe> {
  probe ??= LabelsViewProbe.activate(extension());
  return probe;
}

/** What one test works with: a stand-in KirimChat of its own, a person, and the view. */
export class Stage {
  readonly stubs = new Stubs();
  readonly person = new Person(this.stubs);

  private constructor(
    readonly kirim: Kirim,
    readonly server: Listening,
    readonly view: LabelsViewProbe,
  ) {}

  /** With the setting pointed at the stand-in, and nobody signed in. */
  static async open(): Promise<Stage> {
    const view = await labelsView();
    // Other ids each time: a journal is kept for each host and organization, and a port may come back.
    const kirim = new Kirim({ seed: (stages += 1) });
    addSample(kirim);
    const server = await listen(kirim);
    await setApiBaseUrl(server.baseUrl);
    return new Stage(kirim, server, view);
  }

  async signIn(apiKey = SAMPLE_API_KEY): Promise<void> {
    this.person.keys.push(apiKey);
    await vscode.commands.executeCommand('kirimLabels.signIn');
    this.kirim.requests.clear();
  }

  /** Of all organizations. */
  signOut(): Promise<void> {
    return signOutOfAll(this.view);
  }

  async close(): Promise<void> {
    this.kirim.faults.clear();
    await this.signOut();
    this.stubs.restore();
    await setApiBaseUrl(undefined);
    await this.server.close();
    outgoing.check();
  }
}

/** Sets a setting of the user's; undefined puts the default back. */
export async function setSetting(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('kirimLabels').update(name, value, vscode.ConfigurationTarget.Global);
}

export function setApiBaseUrl(value: string | undefined): Promise<void> {
  return setSetting('apiBaseUrl', value);
}
