import type { BenchWindow } from '../benchWindow';
import { onScreen, ROW, watchFor, watchForClick } from '../screen';
import { nameOf, now, type TimedKirim } from '../timedKirim';
import type { ManyRows } from './manyRows';
import { BACK, LAST, searched } from './search';

/** The Labels view. */
export class OurRows implements ManyRows {
  readonly name = 'Labels';
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
