import { expect, vi } from 'vitest';
import { joined } from '../../../../src/common/joined';
import { CancellationError, window } from '../../fakeVscode';

/** What is said, and when, on a page that a person can read through: a text that changes is a line of its difference. */
export class Page {
  #text = '';

  /** @param said below the heading, line by line; what is empty is left out. */
  add(heading: string, ...said: readonly (string | undefined)[]): void {
    const text = joined(said, '\n').replace(/^(?=.)/gm, '  ');
    this.#text += `${this.#text === '' ? '' : '\n'}# ${heading}\n${text}\n`;
  }

  /** @param name in the folder of pages. `npm run test:unit -- ui/words --update` writes it anew. */
  async isAsBefore(name: string): Promise<void> {
    await expect(this.#text).toMatchFileSnapshot(`pages/${name}.txt`);
  }
}

/** When something is asked; what asks it; and what that returns for each of its buttons, where it returns something. */
export type Case = readonly [when: string, ask: () => Promise<unknown>, ...returned: readonly unknown[]];

/**
 * All that is asked in these cases, in dialogs. Each of them has every button pressed; whatever else than a button closes it,
 * nothing is done.
 */
export async function questionsOf(cases: readonly Case[]): Promise<Page> {
  const page = new Page();
  for (const [when, ask, ...returned] of cases) {
    const [first, ...others] = await shownBy(ask);
    expect(first, when).toMatchObject({ modal: true, answer: expect.any(CancellationError) as Error });
    const answers = others.map(({ answer }) => answer);
    expect(answers, when).toEqual(returned.length > 0 ? returned : first.buttons.map(() => undefined));
    const buttons = joined(first.buttons.map((title) => `[${title}]`));
    page.add(when, joined([first.question, first.detail, buttons], '\n\n'));
  }
  return page;
}

interface Shown {
  readonly question: string;
  readonly detail: string | undefined;
  readonly modal: boolean | undefined;
  readonly buttons: readonly string[];
  /** What came of it. */
  readonly answer: unknown;
}

/** The same question as often as it takes to press nothing, and then each button. */
async function shownBy(ask: () => Promise<unknown>): Promise<readonly [Shown, ...Shown[]]> {
  const press = async (number: number): Promise<Shown> => {
    let shown: Omit<Shown, 'answer'> = { question: '', detail: '', modal: undefined, buttons: [] };
    const show = (question: string, options: Partial<Shown>, ...buttons: readonly { readonly title: string }[]) => {
      const { detail, modal } = options;
      shown = { question, detail, modal, buttons: buttons.map(({ title }) => title) };
      return Promise.resolve(buttons[number]);
    };
    vi.spyOn(window, 'showWarningMessage').mockImplementation(show as never);
    vi.spyOn(window, 'showInformationMessage').mockImplementation(show as never);
    const answer = await ask().catch((error: unknown) => error);
    return { ...shown, answer };
  };
  const closed = await press(-1);
  const pressed = [];
  for (const number of closed.buttons.keys()) {
    pressed.push(await press(number));
  }
  return [closed, ...pressed];
}
