import { env, UIKind, version } from 'vscode';
import {
  hasChangedSetting,
  readRequestTimeoutSeconds,
  readSortOrder,
  readTeamAliases,
  readTypesName,
  readUndoSeconds,
  readWriteReservePercent,
} from '../../accounts/configuration';
import type { Session } from '../../accounts/session';
import type { CommandContext } from '../commandContext';

/** Remotes by the names that VS Code and its own extensions give them. Any other may be the address of a server. */
const REMOTE_KINDS = ['attached-container', 'codespaces', 'dev-container', 'ssh-remote', 'tunnel', 'wsl'];

/**
 * What helps to find out why something does not work, in English, as the log is: for those who maintain the extension. No key, no
 * address, and no name of a label, a team or an organization is in it.
 */
export function supportInformation({ accounts, requests, extension, view }: CommandContext): readonly string[] {
  const { sessions, state } = accounts;
  return [
    `Kirim Labels ${extension.version} (${extension.runsInUi ? 'ui' : 'workspace'} extension)`,
    `VS Code ${version} (${env.appHost}, ${env.uiKind === UIKind.Web ? 'web' : 'desktop'}, ${remoteKind()}, ${env.language})`,
    '',
    'Settings',
    `  API: ${hasChangedSetting('apiBaseUrl') ? 'another address' : 'default'}`,
    `  Request timeout: ${readRequestTimeoutSeconds()} s`,
    `  Confirmation: ${readTypesName() ? 'typed' : 'button'}`,
    `  Undo: ${readUndoSeconds()} s`,
    `  Write reserve: ${readWriteReservePercent()} %`,
    `  Retired prefix: ${hasChangedSetting('retiredPrefix') ? 'another' : 'default'}`,
    `  Sort order: ${readSortOrder()}`,
    `  Named teams: ${readTeamAliases().size}`,
    '',
    `Organizations: ${sessions.length} (${state.kind}, view ${view.isVisible ? 'visible' : 'hidden'})`,
    ...sessions.map(describeSession),
    '',
    'Last requests',
    ...requests.lines.map((line) => `  ${line}`),
  ];
}

function remoteKind(): string {
  const { remoteName } = env;
  return remoteName === undefined
    ? 'no remote'
    : (REMOTE_KINDS.find((kind) => kind === remoteName) ?? 'another remote');
}

function describeSession({ labels, client, isSample, organizationName }: Session, index: number): string {
  const { headers, limitPerMinute } = client.writeBudget;
  const facts = [
    isSample ? 'sample' : organizationName === undefined ? 'name not known' : 'name known',
    `${labels.labels.length} labels`,
    `${new Set(labels.labels.map(({ team_id }) => team_id)).size} teams`,
    `list ${labels.state.kind}${labels.hasMore ? ', not to its end' : ''}`,
    `${labels.unreadable.length} unreadable`,
    headers.isLimitKnown ? `${limitPerMinute} writes a minute` : 'write limit not known',
  ];
  return `  ${index + 1}: ${facts.join(', ')}`;
}
