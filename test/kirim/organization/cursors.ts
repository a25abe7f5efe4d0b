import { createHmac } from 'node:crypto';
import { ApiFailure } from '../errors';

/** Makes the opaque cursors of one stand-in and reads them back: a changed or a foreign one is refused. */
export class Cursors {
  readonly #secret: string;

  constructor(seed: number) {
    this.#secret = `cursor secret ${seed}`;
  }

  /** A cursor for the page after this label. */
  write(organization_id: string, after: string): string {
    const place = Buffer.from(after).toString('base64url');
    return place + this.#sign(organization_id, place);
  }

  /** The label that the page comes after. */
  read(organization_id: string, cursor: string): string {
    const place = cursor.slice(0, -SIGNATURE_LENGTH);
    if (place === '' || cursor !== place + this.#sign(organization_id, place)) {
      throw new ApiFailure('invalid_cursor', 'The cursor is not valid.', 'cursor');
    }
    return Buffer.from(place, 'base64url').toString();
  }

  #sign(organization_id: string, place: string): string {
    const hmac = createHmac('sha256', this.#secret).update(`${organization_id}\n${place}`);
    return hmac.digest('base64url').slice(0, SIGNATURE_LENGTH);
  }
}

const SIGNATURE_LENGTH = 22;
