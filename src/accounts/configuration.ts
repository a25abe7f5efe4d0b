import { ConfigurationTarget, type Disposable, workspace } from 'vscode';
import { type ApiBaseUrl, parseApiBaseUrl } from '../api/baseUrl';
import { isInvisible } from '../labels/names/visibleText';
import type { TeamAliases } from '../labels/teams';
import { SORT_ORDERS, type SortOrder } from '../labels/query/sortOrder';

const SECTION = 'kirimLabels';
/** Longer ones would hide what they stand beside. In characters. */
export const LONGEST_TEAM_ALIAS = 50;

/**
 * The API that the user chose. The setting has application scope: a workspace cannot redirect the key.
 *
 * @throws InvalidBaseUrlError where the setting is no address that a key may be sent to.
 */
export function readApiBaseUrl(): ApiBaseUrl {
  return parseApiBaseUrl(String(read('apiBaseUrl')));
}

/** Whether the API is the one that the extension comes with; where it is not, dialogs name the host. */
export function isDefaultApi(baseUrl: ApiBaseUrl): boolean {
  const setting = workspace.getConfiguration(SECTION).inspect<string>('apiBaseUrl');
  return setting?.defaultValue !== undefined && parseApiBaseUrl(setting.defaultValue).href === baseUrl.href;
}

/** Whether the user has set it to something, whatever that is. */
export function hasChangedSetting(name: 'apiBaseUrl' | 'retiredPrefix'): boolean {
  return workspace.getConfiguration(SECTION).inspect(name)?.globalValue !== undefined;
}

/** How long one request may take, in seconds. */
export function readRequestTimeoutSeconds(): number {
  return readNumber('requestTimeoutSeconds', 30, 1, 300);
}

/** How long a confirmed deletion can be undone before anything is sent, in seconds; 0 where it cannot. */
export function readUndoSeconds(): number {
  return Math.floor(readNumber('undoSeconds', 0, 0, 60));
}

/** How much of the organization's write limit a run of many labels leaves untouched, in percent. */
export function readWriteReservePercent(): number {
  return readNumber('writeReservePercent', 20, 0, 90);
}

/** Whether a deletion is confirmed by typing a name, and not with a button. */
export function readTypesName(): boolean {
  return read('confirmation') === 'typeName';
}

/** What the names of retired labels begin with; never without something that can be seen, and short enough to leave room for a name. */
export function readRetiredPrefix(): string {
  const prefix = read('retiredPrefix');
  return typeof prefix === 'string' && !isInvisible(prefix) && Array.from(prefix).length <= 20 ? prefix : '[retired] ';
}

/** What the user calls teams; what is not a name that can be seen is left out. */
export function readTeamAliases(): TeamAliases {
  const aliases = new Map<string, string>();
  for (const [teamId, alias] of Object.entries(asRecord(read('teamAliases')))) {
    if (typeof alias === 'string' && !isInvisible(alias) && Array.from(alias.trim()).length <= LONGEST_TEAM_ALIAS) {
      aliases.set(teamId, alias.trim());
    }
  }
  return aliases;
}

/**
 * Keeps what the user calls a team, for all windows; what else the setting has stays as it is.
 *
 * @param alias undefined: it has none any more.
 * @throws what VS Code says where it cannot write the user's settings.
 */
export async function writeTeamAlias(teamId: string, alias: string | undefined): Promise<void> {
  const configuration = workspace.getConfiguration(SECTION);
  const present = asRecord(configuration.inspect<unknown>('teamAliases')?.globalValue);
  const others = Object.entries(present).filter(([id]) => id !== teamId);
  const aliases = alias === undefined ? others : [...others, [teamId, alias] as const];
  const value = aliases.length > 0 ? Object.fromEntries(aliases) : undefined;
  await configuration.update('teamAliases', value, ConfigurationTarget.Global);
}

function asRecord(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** What the labels in the view are sorted by. */
export function readSortOrder(): SortOrder {
  const order = read('sortOrder');
  return SORT_ORDERS.find((one) => one === order) ?? 'name';
}

/** @throws what VS Code says where it cannot write the user's settings. */
export async function writeSortOrder(order: SortOrder): Promise<void> {
  const value = order === 'name' ? undefined : order;
  await workspace.getConfiguration(SECTION).update('sortOrder', value, ConfigurationTarget.Global);
}

/** Whether VS Code is told to reduce motion. Where it is left to the system, no extension learns what that says. */
export function readReducesMotion(): boolean {
  return workspace.getConfiguration('workbench').get('reduceMotion') === 'on';
}

/** Whatever the type in package.json says, settings.json may have anything. */
function read(name: string): unknown {
  return workspace.getConfiguration(SECTION).get<unknown>(name);
}

function readNumber(name: string, otherwise: number, minimum: number, maximum: number): number {
  const value = read(name);
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(value, minimum), maximum) : otherwise;
}

export function onDidChangeApiBaseUrl(listener: () => void): Disposable {
  return onDidChange('apiBaseUrl', listener);
}

export function onDidChangeRetiredPrefix(listener: () => void): Disposable {
  return onDidChange('retiredPrefix', listener);
}

export function onDidChangeTeamAliases(listener: () => void): Disposable {
  return onDidChange('teamAliases', listener);
}

export function onDidChangeSortOrder(listener: () => void): Disposable {
  return onDidChange('sortOrder', listener);
}

function onDidChange(name: string, listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${SECTION}.${name}`)) {
      listener();
    }
  });
}
