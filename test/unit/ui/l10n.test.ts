import { env } from 'vscode';
import { expect, it, vi } from 'vitest';
import { dateAndTime, timeOfDay } from '../../../src/ui/messages/dateAndTime';
import { duration } from '../../../src/ui/messages/duration';
import { l10n } from '../../../src/ui/l10n';

it('writes numbers, dates and time spans as in VS Code’s display language', () => {
  const evening = new Date(2026, 2, 5, 21, 30);
  const shown = () => [l10n.t('{0} labels', 12_345), dateAndTime(evening), timeOfDay(evening), duration(90)];
  expect(shown()).toEqual(['12,345 labels', 'Mar 5, 2026, 9:30 PM', '9:30 PM', '90 seconds']);
  vi.spyOn(env, 'language', 'get').mockReturnValue('id');
  expect(shown()).toEqual(['12.345 labels', '5 Mar 2026, 21.30', '21.30', '90 detik']);
});
