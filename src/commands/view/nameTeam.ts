import { CancellationError, window } from 'vscode';
import { LONGEST_TEAM_ALIAS, readTeamAliases, writeTeamAlias } from '../../accounts/configuration';
import { isInvisible } from '../../labels/names/visibleText';
import { OperationError } from '../../ui/errors';
import { isolated, quoted } from '../../ui/messages/plainText';
import { teamsOf } from '../../ui/messages/teamNames';
import { showStatus } from '../../ui/notifications/statusBar';
import { pickTeam } from '../../ui/prompts/pickers/teamPicker';
import { sessionFor } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import { requireRows } from '../requireList';
import { l10n } from '../../ui/l10n';

/** Gives a team a name, which is kept in the user's settings, or takes it away: the API has none. */
export async function nameTeam(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const { teamId, name } = await chooseTeam(context, args);
  const before = readTeamAliases().get(teamId) ?? '';
  const typed = await window.showInputBox({
    title: l10n.t('Name Team {0}', isolated(name)),
    prompt: l10n.t('KirimChat has no names for teams. This one is kept in your settings. Without one the ID is shown.'),
    value: before,
    ignoreFocusOut: true,
    validateInput: misfit,
  });
  const alias = typed?.trim();
  if (alias === undefined || alias === before) {
    throw new CancellationError();
  }
  await writeTeamAlias(teamId, alias === '' ? undefined : alias).catch((error: unknown) => {
    throw new OperationError(l10n.t('VS Code could not keep the name of the team in your settings.'), error);
  });
  showStatus(
    alias === '' ? l10n.t('The team has no name any more.') : l10n.t('The team is called {0} now.', quoted(alias)),
  );
}

/** The team whose row the command was called on, else the only one, or one of a list. */
async function chooseTeam(context: CommandContext, args: readonly unknown[]) {
  const { rows, origin } = await context.view.calledOn(args);
  const [row, ...more] = origin ? [origin] : rows;
  if (row?.kind === 'team' && more.length === 0) {
    return row;
  }
  const session = await sessionFor(context, () => nameTeam(context, []));
  await requireRows(session);
  const picked = await pickTeam(session, l10n.t('Name This Team'));
  const team = teamsOf(session.labels.labels).find(({ teamId }) => teamId === picked);
  if (!team) {
    showStatus(l10n.t('There are no labels, so there are no teams to name.'));
    throw new CancellationError();
  }
  return team;
}

/** What is wrong with a name, for the box. */
function misfit(typed: string): string | undefined {
  const alias = typed.trim();
  if (alias !== '' && isInvisible(alias)) {
    return l10n.t('Nothing of this name can be seen.');
  }
  return Array.from(alias).length > LONGEST_TEAM_ALIAS
    ? l10n.t('A team’s name can have {0} characters at most.', LONGEST_TEAM_ALIAS)
    : undefined;
}
