import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Label } from '../../../src/api/schema';
import type { CommandContext } from '../../../src/commands/commandContext';
import type { RenamingAct } from '../../../src/commands/renamingAct';
import { LabelStore } from '../../../src/labels/labelStore';
import { OncePerId } from '../../../src/labels/oncePerId';
import type { Session } from '../../../src/session/session';
import { statusBar } from '../fakeVscode';
import { label } from '../labels/fakes';

import { retirement } from '../../../src/commands/retireLabel';

const retired = label('[retired] VIP');

/** The list fails where there are no labels to give. */
function sessionWith(labels: readonly Label[] | undefined, { isEnded = false } = {}): Session {
  const source = {
    async *listLabels() {
      await Promise.resolve();
      if (!labels) {
        throw new Error('no network');
      }
      yield labels;
    },
  };
  return {
    organizationName: 'Acme',
    labels: new LabelStore(source),
    questions: new OncePerId(),
    journal: () => Promise.resolve({ load: () => Promise.resolve(), entries: [] }),
    ended: isEnded ? AbortSignal.abort() : new AbortController().signal,
    isSameOrganization: () => true,
  } as unknown as Session;
}

function restore(session: Session, current = session): Promise<unknown> {
  const context = {
    sessions: { current, checkAgain: () => Promise.resolve() },
    notices: { tell: () => undefined },
  } as unknown as CommandContext;
  const act: RenamingAct = retirement('[retired] ');
  const [button] = act.next(context, session, new Set([retired.id]));
  return Promise.resolve(button?.run());
}

beforeEach(() => {
  statusBar.length = 0;
});

describe('Restore in the notification about retired labels', () => {
  it.each([
    ['was restored already', [label('VIP', { id: retired.id })]],
    ['is gone', []],
  ])('says so where the label %s', async (_, labels) => {
    const session = sessionWith(labels);
    await session.labels.refresh();
    await restore(session);
    expect(statusBar).toEqual(['Nothing is left to restore: somebody has done it meanwhile.']);
  });

  it('goes on with the labels of the present session, and waits for its list', async () => {
    const present = sessionWith([retired]);
    const asked = vi.spyOn(present.questions, 'run').mockResolvedValue(undefined);
    await restore(sessionWith([], { isEnded: true }), present);
    expect(asked.mock.calls.map(([ids]) => ids)).toEqual([[retired.id]]);
    expect(statusBar).toEqual([]);
  });

  it('does not claim that nothing is left where the list cannot be had', async () => {
    const present = sessionWith(undefined);
    await expect(restore(sessionWith([], { isEnded: true }), present)).rejects.toThrow(
      'The labels could not be loaded.',
    );
    expect(statusBar).toEqual([]);
  });
});
