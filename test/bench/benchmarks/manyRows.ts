import type { Page } from '@playwright/test';
import { alternate, type Candidate, series } from '../alternate';
import type { Benchmark, Row, Target } from '../benchmark';
import { BenchWindow } from '../workbench/benchWindow';
import { BARE_LIST } from '../workbench/extensions';
import { ROW, watchFor, watchForClick } from '../workbench/screen';
import { nameOf, now, TimedKirim } from '../workbench/timedKirim';

const LABELS = 10_000;
const OURS = 'Labels';
const SAME_ROWS = 'the same rows, bare';
const FULL = 'a full refresh';
const SERVER_MS = 300;
const COMPARED: readonly Target[] = [
  { words: 'at most 1.2 ×', judge: 'ratio', of: BARE_LIST, atMost: 1.2 },
  { words: 'at most 1.2 ×', judge: 'ratio', of: SAME_ROWS, atMost: 1.2 },
];
/** The rows that are searched for, each far from what is on screen by then: the last, and back from there. */
const [LAST, BACK] = [LABELS - 1, 500];

/** Ten thousand rows: all of them again, one fewer, and searching in them. */
export const manyRows: Benchmark = {
  name: 'manyRows',
  run: async ({ quick }): Promise<Row[]> => {
    const kirim = await new TimedKirim(LABELS).open();
    const settings = { 'kirimLabels.apiBaseUrl': kirim.baseUrl, 'workbench.list.defaultFindMode': 'filter' };
    const window = await BenchWindow.open({ settings });
    try {
      await window.workbench.labels.open();
      await window.workbench.signIn(kirim.apiKey);
      const rounds = quick ? { rounds: 3 } : { rounds: 8, warmUps: 1 };
      const ours = new OurRows(window, kirim);
      const bare = new BareRows(window, BARE_LIST, 'plain');
      const same = new BareRows(window, SAME_ROWS, 'full');
      // Later than VS Code's wait after “Deleting…”, which is the business of another benchmark.
      kirim.delayWrites(SERVER_MS);
      const compare = async (measure: (rows: ManyRows) => Promise<number>) => {
        const candidates = [ours, bare, same].map((rows): Candidate => ({
          name: rows.name,
          measure: async () => {
            await rows.show();
            return measure(rows);
          },
        }));
        const samples = await alternate(candidates, rounds);
        const [first, ...others] = [ours, bare, same].map(({ name }) => series(samples, name, (ms) => ms));
        return { ours: first ?? { name: '', samples: [] }, others };
      };
      const changed = await compare((rows) => rows.change());
      const fromPress = { name: FULL, samples: ours.refreshes };
      const removed = await compare((rows) => rows.remove());
      const found = await compare((rows) => rows.search());
      return [
        {
          what: '10,000 rows: all again',
          unit: 'ms',
          ...changed,
          targets: COMPARED,
          note: `Ours from the moment when the last page of the list left the server; the others from their event. “${SAME_ROWS}” has what our rows have: color, context and accessible name, and nothing behind it.`,
        },
        {
          what: '10,000 rows: one fewer',
          unit: 'ms',
          ours: removed.ours,
          others: [...removed.others, fromPress],
          targets: [...COMPARED, { words: 'at most half of a full refresh', judge: 'ratio', of: FULL, atMost: 0.5 }],
          note: 'Ours from the moment when the answer to the DELETE left the server; the others from their event. A full refresh is from the press of the button, with all its pages.',
        },
        {
          what: '10,000 rows: searched for one',
          unit: 'ms',
          ...found,
          targets: COMPARED,
          note: 'VS Code’s own search in a tree, from the last key until the row is on screen.',
        },
      ];
    } finally {
      await Promise.all([window.close(), kirim.close()]);
    }
  },
};

/** A view of 10,000 rows, whoever made them. Each of these resolves to how long it took, in milliseconds. */
interface ManyRows {
  readonly name: string;
  show(): Promise<void>;
  change(): Promise<number>;
  remove(): Promise<number>;
  search(): Promise<number>;
}

class OurRows implements ManyRows {
  readonly name = OURS;
  readonly #window: BenchWindow;
  readonly #kirim: TimedKirim;
  /** From each press of Refresh until the rows were there, in milliseconds. */
  readonly refreshes: number[] = [];
  #first = 0;
  #searches = 0;

  constructor(window: BenchWindow, kirim: TimedKirim) {
    this.#window = window;
    this.#kirim = kirim;
  }

  async show(): Promise<void> {
    await this.#window.workbench.labels.open();
    await onScreen(this.#window.page, this.#firstName);
    await this.#settled();
  }

  async change(): Promise<number> {
    const { organization, exchanges } = this.#kirim;
    const first = organization.labels().find(({ name }) => name === this.#firstName);
    const name = `${nameOf(this.#first)} again ${now()}`.slice(0, 50);
    organization.changeLabel(first?.id ?? '', { name });
    this.#renamed = name;
    exchanges.length = 0;
    const clicked = await watchForClick(this.#window.page);
    const seen = await watchFor(this.#window.page, { selector: ROW, text: name });
    await this.#window.workbench.labels.press('Refresh Labels');
    const at = await seen();
    this.refreshes.push(at - (await clicked()));
    return at - this.#answered('GET');
  }

  async remove(): Promise<number> {
    const { page, workbench } = this.#window;
    const name = this.#firstName;
    await workbench.labels.rows.filter({ hasText: name }).click();
    await page.keyboard.press('Delete');
    await workbench.modal.box.waitFor();
    this.#kirim.exchanges.length = 0;
    const gone = await watchFor(page, { selector: ROW, text: name, isGone: true });
    await workbench.modal.press('Delete Label');
    const at = await gone();
    this.#first += 1;
    this.#renamed = undefined;
    return at - this.#answered('DELETE');
  }

  search(): Promise<number> {
    const number = LAST - BACK * this.#searches++;
    return searched(this.#window, this.#firstName, nameOf(number), number);
  }

  #renamed: string | undefined;

  get #firstName(): string {
    return this.#renamed ?? nameOf(this.#first);
  }

  #answered(method: string): number {
    return this.#kirim.exchanges.filter((each) => each.method === method).at(-1)?.answeredAt ?? NaN;
  }

  /** A list that is loaded in the background is no part of what is measured next. */
  async #settled(): Promise<void> {
    let before = -1;
    while (before !== this.#kirim.exchanges.length) {
      before = this.#kirim.exchanges.length;
      await this.#window.host.call('quiet');
    }
  }
}

class BareRows implements ManyRows {
  readonly name: string;
  readonly #window: BenchWindow;
  readonly #kind: 'plain' | 'full';
  #searches = 0;

  constructor(window: BenchWindow, name: string, kind: 'plain' | 'full') {
    this.#window = window;
    this.name = name;
    this.#kind = kind;
  }

  async show(): Promise<void> {
    await this.#window.show(BARE_LIST);
    await this.#window.host.call('fillList', LABELS, this.#kind);
    await onScreen(this.#window.page, 'Row 000000');
    await this.#window.host.call('quiet');
  }

  async change(): Promise<number> {
    const name = `Row again ${now()}`;
    const seen = await watchFor(this.#window.page, { selector: ROW, text: name });
    const firedAt = await this.#window.host.call('renameFirst', name);
    return (await seen()) - firedAt;
  }

  async remove(): Promise<number> {
    const gone = await watchFor(this.#window.page, { selector: ROW, text: 'Row 000000', isGone: true });
    const firedAt = await this.#window.host.call('removeFirst');
    return (await gone()) - firedAt;
  }

  search(): Promise<number> {
    const number = LAST - (this.#kind === 'full' ? BACK / 2 : 0) - BACK * this.#searches++;
    return searched(this.#window, 'Row 000000', `Row 00${number}`, number);
  }
}

async function onScreen(page: Page, text: string): Promise<void> {
  await (
    await watchFor(page, { selector: ROW, text })
  )();
}

async function searched(
  { page, workbench }: BenchWindow,
  first: string,
  wanted: string,
  number: number,
): Promise<number> {
  await workbench.labels.rows.filter({ hasText: first }).click();
  await page.keyboard.press('F3');
  const field = workbench.labels.sideBar.locator('.monaco-tree-type-filter input');
  // It may have what was searched for before.
  await field.fill('');
  const seen = await watchFor(page, { selector: ROW, text: wanted });
  const start = now();
  await page.keyboard.insertText(String(number));
  const ms = (await seen()) - start;
  await page.keyboard.press('Escape');
  // VS Code keeps what was found in sight.
  await page.keyboard.press('Home');
  await onScreen(page, first);
  return ms;
}
