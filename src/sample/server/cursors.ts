import { fnv1a } from '../../common/fnv1a';
import { ApiFailure } from './apiFailure';

const SUM_LENGTH = 16;

/** Makes the opaque cursors of one server and reads them back: a changed or a foreign one is refused. */
export class Cursors {
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** A cursor for the page after this label. */
  write(organization_id: string, after: string): string {
    const place = toBase64Url(after);
    return place + this.#sum(organization_id, place);
  }

  /** The label that the page comes after. @throws ApiFailure */
  read(organization_id: string, cursor: string): string {
    const place = cursor.slice(0, -SUM_LENGTH);
    if (place === '' || cursor !== place + this.#sum(organization_id, place)) {
      throw new ApiFailure('invalid_cursor', 'The cursor is not valid.', 'cursor');
    }
    return fromBase64Url(place);
  }

  #sum(organization_id: string, place: string): string {
    const text = `${this.#seed}\n${organization_id}\n${place}`;
    return fnv1a(text) + fnv1a(text, 0x01234567);
  }
}

/** Ids are opaque, and may have any character. */
function toBase64Url(text: string): string {
  return btoa(encodeURIComponent(text)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): string {
  return decodeURIComponent(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
}
