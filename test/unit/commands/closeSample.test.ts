import { expect, it } from 'vitest';
import { writeTeamAlias } from '../../../src/accounts/configuration';
import { closeSample } from '../../../src/commands/account/closeSample';
import type { CommandContext } from '../../../src/commands/commandContext';
import { Secrets } from '../../fuzz/model/secrets';
import { openWindow, WhoIsWho } from '../accounts/windows';
import { settings, statusBar } from '../fakeVscode';

it('what teams of the sample were called is forgotten with it, and no other team’s name', async () => {
  settings['apiBaseUrl'] = 'https://api.kirim.chat/v1';
  settings['teamAliases'] = { team_a: 'Sales' };
  const { accounts, dispose } = openWindow(new Secrets(), new WhoIsWho());
  await accounts.openSample('Sample organization');
  const [sample = expect.unreachable()] = accounts.sessions;
  await sample.labels.refresh();
  for (const { team_id } of sample.labels.labels) {
    await writeTeamAlias(team_id, 'Support');
  }
  const context = { accounts } as unknown as CommandContext;
  await closeSample(context);
  await closeSample(context);
  expect(settings['teamAliases']).toEqual({ team_a: 'Sales' });
  expect(statusBar).toEqual(['Closed the sample data.', 'No sample data is open.']);
  dispose();
});
