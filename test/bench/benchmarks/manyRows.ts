import type { Page } from '@playwright/test';
import { alternate, type Candidate, series } from '../alternate';
import type { Benchmark, Row } from '../benchmark';
import { BenchWindow } from '../workbench/benchWindow';
import { BARE_LIST } from '../workbench/extensions';
import { ROW, watchFor } from '../workbench/screen';
import { nameOf, now, TimedKirim } from '../workbench/timedKirim';

const LABELS = 10_000;
const OURS = 'Labels';
/** A row that is far from the first screen. */
const FAR = LABELS - 1;

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
      const rounds = quick ? { rounds: 3 } : { rounds: 12, warmUps: 1 };
      const ours = new OurRows(window, kirim);
      const bare = new BareRows(window);
      const compare = async (measure: (rows: ManyRows) => Promise<number>) => {
        const candidates = [ours, bare].map((rows): Candidate => ({
          name: rows.name,
          measure: async () => {
            await rows.show();
            return measure(rows);
          },
        }));
        const samples = await alternate(candidates, rounds);
        return [ours, bare].map(({ name }) => series(samples, name, (ms) => ms)) as [Series, Series];
      };
      const [changed, bareChanged] = await compare((rows) => rows.change());
      const [removed, bareRemoved] = await compare((rows) => rows.remove());
      const [found, bareFound] = await compare((rows) => rows.search());
      const renamed = { ...changed, name: FULL };
      return [
        {
          what: '10,000 rows: all again',
          unit: 'ms',
          ours: changed,
          others: [bareChanged],
          targets: [{ words: 'at most 1.2 ×', judge: 'ratio', of: BARE_LIST, atMost: 1.2 }],
          note: 'Ours from the moment when the last page of the list left the server; the bare list from its event.',
        },
        {
          what: '10,000 rows: one fewer',
          unit: 'ms',
          ours: removed,
          others: [bareRemoved, renamed],
          targets: [
            { words: 'at most 1.2 ×', judge: 'ratio', of: BARE_LIST, atMost: 1.2 },
            { words: 'at most half of a full refresh', judge: 'ratio', of: FULL, atMost: 0.5 },
          ],
          note: 'Ours from the moment when the answer to the DELETE left the server; the bare list from its event.',
        },
        {
          what: '10,000 rows: searched for one',
          unit: 'ms',
          ours: found,
          others: [bareFound],
          targets: [{ words: 'at most 1.2 ×', judge: 'ratio', of: BARE_LIST, atMost: 1.2 }],
          note: 'VS Code’s own search in a tree, from the last key until the row is on screen.',
        },
      ];
    } finally {
      await Promise.all([window.close(), kirim.close()]);
    }
  },
};

const FULL = 'all again';
type Series = ReturnType<typeof series>;

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
  #first = 0;

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
    const seen = await watchFor(this.#window.page, { selector: ROW, text: name });
    await this.#window.workbench.labels.press('Refresh Labels');
    const at = await seen();
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
    return searched(this.#window, this.#firstName, nameOf(FAR));
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
  readonly name = BARE_LIST;
  readonly #window: BenchWindow;

  constructor(window: BenchWindow) {
    this.#window = window;
  }

  async show(): Promise<void> {
    await this.#window.show(BARE_LIST);
    await this.#window.host.call('fillList', LABELS);
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
    return searched(this.#window, 'Row 000000', `Row 00${FAR}`);
  }
}

async function onScreen(page: Page, text: string): Promise<void> {
  await (
    await watchFor(page, { selector: ROW, text })
  )();
}

async function searched({ page, workbench }: BenchWindow, first: string, wanted: string): Promise<number> {
  await workbench.labels.rows.filter({ hasText: first }).click();
  await page.keyboard.press('F3');
  const field = workbench.labels.sideBar.locator('.monaco-tree-type-filter input');
  // It may have what was searched for before.
  await field.fill('');
  await onScreen(page, first);
  const seen = await watchFor(page, { selector: ROW, text: wanted });
  const start = now();
  await page.keyboard.insertText(String(FAR));
  const ms = (await seen()) - start;
  await page.keyboard.press('Escape');
  // VS Code keeps what was found in sight.
  await page.keyboard.press('Home');
  await onScreen(page, first);
  return ms;
}
