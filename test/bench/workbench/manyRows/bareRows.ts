import type { BenchWindow } from '../benchWindow';
import type { RowKind } from '../companion/bareList';
import { BARE_LIST } from '../extensions';
import { onScreen, ROW, watchFor } from '../screen';
import { now } from '../timedKirim';
import { LABELS, type ManyRows } from './manyRows';
import { BACK, LAST, searched } from './search';

/** Rows of the companion, and nothing behind them. */
export class BareRows implements ManyRows {
  readonly name: string;
  readonly #window: BenchWindow;
  readonly #kind: RowKind;
  #searches = 0;

  constructor(window: BenchWindow, name: string, kind: RowKind) {
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
