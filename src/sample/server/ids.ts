import { createRandom } from './random';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_DIGITS = 10;
const RANDOM_DIGITS = 16;

/** What the API promises about a label's id. */
export const LABEL_ID = /^lbl_[0-9A-HJKMNP-TV-Z]{26}$/;

/** Makes ULID-like ids (`lbl_` and 26 digits) that sort by time and are the same in every run. */
export class Ids {
  readonly #random: () => number;
  #time = -1;
  #digits: number[] = [];

  constructor(seed: number) {
    this.#random = createRandom(seed);
  }

  next(prefix: string, milliseconds: number): string {
    const time = Math.floor(milliseconds);
    if (time === this.#time) this.#increment();
    else this.#digits = Array.from({ length: RANDOM_DIGITS }, (_, place) => this.#randomDigit(place));
    this.#time = time;
    return `${prefix}_${encodeTime(time)}${this.#digits.map((digit) => CROCKFORD.charAt(digit)).join('')}`;
  }

  /** The first digit starts low, so that counting up within one millisecond never runs over. */
  #randomDigit(place: number): number {
    return Math.floor(this.#random() * (place === 0 ? 16 : 32));
  }

  #increment(): void {
    let place = RANDOM_DIGITS - 1;
    while (this.#digits[place] === 31) this.#digits[place--] = 0;
    this.#digits[place] = (this.#digits[place] ?? 0) + 1;
  }
}

function encodeTime(time: number): string {
  let rest = time;
  let text = '';
  for (let place = 0; place < TIME_DIGITS; place++) {
    text = CROCKFORD.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
