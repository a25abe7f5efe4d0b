import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogOutputChannel } from 'vscode';
import type { Session } from '../../../../src/accounts/session';
import type { ErrorBoundary } from '../../../../src/ui/errorBoundary';
import type { ErrorAction } from '../../../../src/ui/errors';
import { statusBarItems, window } from '../../fakeVscode';
import { Notifications } from '../../../../src/ui/notifications/notifications';

describe('what was not done as it was asked for', () => {
  let answers: ((chosen: ErrorAction | undefined) => void)[];
  let dialogs: { message: string; buttons: string[]; press: (title?: string) => void }[];
  let notifications: Notifications;
  const show = (message: string, ...rest: readonly (ErrorAction | { modal: true })[]) =>
    new Promise<ErrorAction | undefined>((resolve) => {
      const actions = rest.flatMap((one) => ('modal' in one ? [] : one));
      if (actions.length < rest.length) {
        const press = (title?: string) => {
          resolve(actions.find((action) => action.title === title));
        };
        dialogs.push({ message, buttons: actions.map(({ title }) => title), press });
      } else {
        answers.push(resolve);
      }
    });
  const done: string[] = [];
  const action = (title: string, comesBack = false): ErrorAction => ({
    title,
    comesBack,
    run: () => done.push(title),
  });
  const said = () => statusBarItems.filter(({ isShown }) => isShown).map(({ text }) => text);

  beforeEach(() => {
    [answers, dialogs, statusBarItems.length, done.length] = [[], [], 0, 0];
    vi.spyOn(window, 'showWarningMessage').mockImplementation(show as never);
    vi.spyOn(window, 'showInformationMessage').mockImplementation(show as never);
    const log = { info: () => undefined, warn: () => undefined } as unknown as LogOutputChannel;
    notifications = new Notifications(
      { run: (act: () => unknown) => Promise.resolve(act()) } as unknown as ErrorBoundary,
      log,
    );
  });

  it('stays in the status bar: VS Code may not show the warning', () => {
    notifications.notify('partly', 'Deleted 2 of 3 labels. Failed: 1.');
    expect(said()).toEqual(['$(warning) Deleted 2 of 3 labels. Failed: 1.']);
  });

  it('is said there in short, with whole characters, and as nothing but text', () => {
    notifications.notify('partly', `“\u2068ש${'👩‍👩‍👧'.repeat(80)}\u2069”`);
    expect(said()).toEqual([`$(warning) “\u2068ש${'👩‍👩‍👧'.repeat(57)}\u2069…`]);
    expect(statusBarItems[0]?.tooltip).toBe(`“\u2068ש${'👩‍👩‍👧'.repeat(80)}\u2069”`);
  });

  it('is said again in a dialog, with the same buttons, and then no more', async () => {
    notifications.notify('partly', 'Deleted 2 of 3 labels.', action('Retry Failed'), action('Show Details', true));
    const shown = notifications.showUnfinished();
    expect(said()).toEqual([]);
    expect(dialogs).toMatchObject([{ message: 'Deleted 2 of 3 labels.', buttons: ['Retry Failed', 'Show Details'] }]);
    dialogs[0]?.press('Retry Failed');
    await shown;
    expect(done).toEqual(['Retry Failed']);
    expect(said()).toEqual([]);
  });

  it('is there again after its details were shown', async () => {
    notifications.notify('partly', 'Deleted 2 of 3 labels.', action('Retry Failed'), action('Show Details', true));
    const shown = notifications.showUnfinished();
    dialogs[0]?.press('Show Details');
    await shown;
    expect(done).toEqual(['Show Details']);
    expect(said()).toEqual(['$(warning) Deleted 2 of 3 labels.']);
  });

  it('goes when the warning was closed or answered, which was read then', async () => {
    notifications.notify('partly', 'one');
    notifications.notify('partly', 'two', action('Retry'));
    answers[1]?.(action('Retry'));
    await vi.waitFor(() => {
      expect(said()).toEqual(['$(warning) one']);
    });
    answers[0]?.(undefined);
    await vi.waitFor(() => {
      expect(said()).toEqual([]);
    });
    expect(statusBarItems).toHaveLength(1);
  });

  it('goes when the next operation ends as it was asked for, and not when one begins', () => {
    notifications.notify('partly', 'one');
    notifications.notify('begun', 'two');
    expect(said()).toEqual(['$(warning) one']);
    notifications.notify('done', 'three');
    expect(said()).toEqual([]);
  });

  it('is its organization’s alone: it goes with that one’s sign-out, and not with what another one has done', () => {
    const [acme, toko] = [sessionOf('Acme'), sessionOf('Toko')];
    notifications.notifyIn(acme, 'partly', 'one');
    notifications.notifyIn(toko, 'partly', 'two');
    notifications.notifyIn(acme, 'done', 'three');
    expect(said()).toEqual(['$(warning) Toko: two']);
    notifications.notifyIn(acme, 'partly', 'four');
    toko.end();
    notifications.forgetEnded();
    expect(said()).toEqual(['$(warning) Acme: four']);
    acme.end();
    notifications.forgetEnded();
    expect(said()).toEqual([]);
  });

  it('is not kept where its organization was signed out before, or while its details were shown, and says that reason', async () => {
    const acme = sessionOf('Acme');
    notifications.notifyIn(acme, 'partly', 'one', action('Show Details', true));
    const shown = notifications.showUnfinished();
    acme.end();
    dialogs[0]?.press('Show Details');
    await shown;
    notifications.notifyIn(acme, 'partly', 'two');
    expect(said()).toEqual([]);
    expect(vi.mocked(window.showWarningMessage).mock.lastCall).toEqual([
      'Acme: two You are no longer signed in with the API key that was used.',
    ]);
  });

  it('is each said, where several things were told at once', () => {
    notifications.notify('partly', 'one');
    notifications.notify('partly', 'two');
    expect(said()).toEqual(['$(warning) two']);
    void notifications.showUnfinished();
    expect(said()).toEqual(['$(warning) one']);
  });
});

/** One of several. */
function sessionOf(organizationName: string): Session & { end: () => void } {
  const ended = new AbortController();
  const end = () => {
    ended.abort();
  };
  return { organizationName, isOneOfSeveral: true, ended: ended.signal, end } as unknown as Session & {
    end: () => void;
  };
}
