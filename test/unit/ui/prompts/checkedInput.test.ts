import { describe, expect, it, vi } from 'vitest';
import { askForApiKey, KeyRefusal } from '../../../../src/ui/prompts/apiKeyInput';
import { askWithCheck, InputRefusal } from '../../../../src/ui/prompts/checkedInput';
import { CancellationError, InputBoxValidationSeverity, inputBoxes } from '../../fakeVscode';

const { Error: Wrong, Warning } = InputBoxValidationSeverity;

type Options = Parameters<typeof askWithCheck<string>>[0];

/** A box that is open; what is typed is checked until the test says what comes of it. */
function opened(options: Partial<Options> = {}) {
  const sent: string[] = [];
  let end: (outcome: Promise<string>) => void = () => undefined;
  const asked = askWithCheck<string>({
    title: 'Rename Label',
    prompt: 'Type a name.',
    submit: (value) => {
      sent.push(value);
      return new Promise((resolve) => {
        end = resolve;
      });
    },
    ...options,
  });
  const box = inputBoxes.at(-1) ?? expect.unreachable();
  const enter = (value: string) => {
    box.type(value);
    box.pressEnter();
  };
  const outcome = async (ended: Promise<string>) => {
    end(ended);
    await vi.waitFor(() => {
      expect(box.busy).toBe(false);
    });
  };
  return {
    box,
    asked,
    sent,
    enter,
    take: (result: string) => outcome(Promise.resolve(result)),
    refuse: (error: Error) => outcome(Promise.reject(error)),
  };
}

describe('a box that checks what is typed', () => {
  it('says what it asks for, has what there is, and stays when the user looks something up elsewhere', () => {
    const { box } = opened({ placeholder: 'A name', value: 'VIP' });
    expect(box).toMatchObject({ title: 'Rename Label', said: 'Type a name.', placeholder: 'A name', value: 'VIP' });
    expect(box).toMatchObject({ ignoreFocusOut: true, password: false, enabled: true });
    expect(opened().box.value).toBe('');
  });

  it('takes what was typed, and leaves nothing of it behind', async () => {
    const { box, asked, sent, enter, take } = opened();
    enter('Gold');
    expect(box).toMatchObject({ busy: true, enabled: false });
    await take('taken');
    expect(await asked).toBe('taken');
    expect(sent).toEqual(['Gold']);
    expect([box.value, inputBoxes]).toEqual(['', []]);
  });

  it('sends nothing twice, however often Enter is pressed', async () => {
    const { box, sent, enter, take } = opened();
    enter('Gold');
    box.pressEnter();
    await take('taken');
    expect(sent).toEqual(['Gold']);
  });

  it('stays open with the reason where that was not taken, and can be tried again', async () => {
    const { box, asked, sent, enter, take, refuse } = opened();
    enter('Gold');
    await refuse(new InputRefusal('There is one already.'));
    expect(box).toMatchObject({ said: 'There is one already.', enabled: true, value: 'Gold' });
    enter('Golden');
    expect(box.said).toBe('Type a name.');
    await take('taken');
    expect(await asked).toBe('taken');
    expect(sent).toEqual(['Gold', 'Golden']);
  });

  it('closes where something else goes wrong', async () => {
    const { asked, enter, refuse } = opened();
    enter('Gold');
    const error = new Error('offline');
    const failed = expect(asked).rejects.toBe(error);
    await refuse(error);
    await failed;
    expect(inputBoxes).toEqual([]);
  });

  it('does nothing once it is closed', async () => {
    const { box, asked, sent } = opened();
    box.type('Gold');
    box.pressEscape();
    await expect(asked).rejects.toThrow(CancellationError);
    expect([sent, inputBoxes]).toEqual([[], []]);
  });

  it.each(['taken', 'refused'])(
    'tells what came of what was sent, where it is closed meanwhile: %s',
    async (outcome) => {
      let closed: AbortSignal | undefined;
      let end: () => void = () => undefined;
      const submit = (value: string, signal: AbortSignal) => {
        closed = signal;
        return new Promise<string>((resolve, reject) => {
          end = () => {
            if (outcome === 'taken') {
              resolve(value);
            } else {
              reject(new InputRefusal('Taken.'));
            }
          };
        });
      };
      const { box, asked, enter } = opened({ submit });
      enter('Gold');
      expect(closed?.aborted).toBe(false);
      box.pressEscape();
      expect(closed?.aborted).toBe(true);
      end();
      await (outcome === 'taken' ? expect(asked).resolves.toBe('Gold') : expect(asked).rejects.toThrow('Taken.'));
    },
  );

  it('says while something is typed what is wrong with it, and sends it only where that is a warning', async () => {
    const validate = (value: string) =>
      value === 'Gold'
        ? undefined
        : {
            message: value === '' ? 'Type something.' : 'It looks like “Gold”.',
            severity: value === '' ? Wrong : Warning,
          };
    const { box, sent, enter, take } = opened({ validate });
    expect(box.said).toBe('Type a name.');
    box.pressEnter();
    expect([box.said, sent]).toEqual(['Type something.', []]);
    box.type('Go1d');
    expect(box.said).toBe('It looks like “Gold”.');
    enter('');
    expect([box.said, box.enabled, sent]).toEqual(['Type something.', true, []]);
    box.type('Gold');
    expect(box.said).toBe('Type a name.');
    enter('Go1d');
    expect(box.said).toBe('Type a name.');
    await take('taken');
    expect(sent).toEqual(['Go1d']);
  });

  it('does what its button says in place of what it is for', async () => {
    const button = { iconPath: {} as never, tooltip: 'Another Team…', run: () => Promise.resolve('other') };
    const { box, asked, sent } = opened({ button });
    expect(box).toMatchObject({ buttons: [button] });
    box.pressButton();
    expect(await asked).toBe('other');
    expect([sent, inputBoxes]).toEqual([[], []]);
  });

  it('submits at once what it begins with, where it is told to', () => {
    expect(opened({ value: 'Gold', submitsValue: true }).sent).toEqual(['Gold']);
    expect(opened({ value: 'Gold' }).sent).toEqual([]);
  });
});

/** A box for an API key. */
function askedForKey(value?: string) {
  const checks: {
    key: string;
    signal: AbortSignal;
    resolve: (name: string) => void;
    reject: (error: Error) => void;
  }[] = [];
  const check = (key: string, signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => checks.push({ key, signal, resolve, reject }));
  const asked = askForApiKey({ title: 'Sign In', prompt: 'Paste the key.', value, check });
  return { asked, checks, box: inputBoxes.at(-1) ?? expect.unreachable() };
}

describe('the box for an API key', () => {
  it('hides the key, shows how one begins, and leaves out the spaces around it', async () => {
    const { asked, checks, box } = askedForKey();
    expect(box).toMatchObject({ password: true, placeholder: 'kdv_live_…', said: 'Paste the key.', value: '' });
    expect(checks).toEqual([]);
    box.type(' kdv_live_1\n');
    box.pressEnter();
    expect(checks.map(({ key }) => key)).toEqual(['kdv_live_1']);
    checks[0]?.resolve('Acme');
    expect(await asked).toBe('Acme');
  });

  it('checks at once a key that was typed before, and says why it is not taken', async () => {
    const { checks, box } = askedForKey('kdv_live_1');
    checks[0]?.reject(new KeyRefusal('KirimChat rejected the API key.'));
    await vi.waitFor(() => {
      expect(box).toMatchObject({ said: 'KirimChat rejected the API key.', value: 'kdv_live_1' });
    });
  });

  it('waits for no check once it is closed', async () => {
    const { asked, checks, box } = askedForKey('kdv_live_1');
    box.pressEscape();
    await expect(asked).rejects.toThrow(CancellationError);
    expect(checks[0]?.signal.aborted).toBe(true);
  });
});
