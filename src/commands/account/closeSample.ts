import { readTeamAliases, writeTeamAlias } from '../../accounts/configuration';
import { showStatus } from '../../ui/notifications/statusBar';
import type { CommandContext } from '../commandContext';
import { l10n } from '../../ui/l10n';

/** Forgets the sample organization, with all that was changed in it, and what its teams were called. */
export async function closeSample({ accounts, record }: CommandContext): Promise<void> {
  const sample = accounts.sessions.find(({ isSample }) => isSample);
  const teamIds = new Set(sample?.labels.labels.map(({ team_id }) => team_id));
  accounts.closeSample();
  showStatus(sample ? l10n.t('Closed the sample data.') : l10n.t('No sample data is open.'));
  for (const teamId of teamIds) {
    if (readTeamAliases().has(teamId)) {
      await writeTeamAlias(teamId, undefined).catch(record);
    }
  }
}
