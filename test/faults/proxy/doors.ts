import dns from 'node:dns';
import { Stubs } from '../../host/support/stubs';

/** A name that no name server knows (RFC 6761). */
const NAMELESS = 'kirimchat.invalid';
/** For all that TLS is used for here. */
export const TLS_NAMES = ['localhost', NAMELESS];
/** Makes Node trust every certificate while it is 0; it is read for each connection. */
const TRUST = 'NODE_TLS_REJECT_UNAUTHORIZED';

/** How the API is reached: by plain HTTP, by TLS, or by TLS under a name that only this process knows. */
export type Door = 'plain' | 'secure' | 'named';

export function baseUrlOf(door: Door, ports: { readonly plain: number; readonly secure: number }): string {
  switch (door) {
    case 'plain':
      return `http://127.0.0.1:${ports.plain}/v1`;
    case 'secure':
      return `https://localhost:${ports.secure}/v1`;
    case 'named':
      return `https://${NAMELESS}:${ports.secure}/v1`;
  }
}

/** While it lasts, the name is known and the certificate is trusted. */
export class GoodTimes {
  readonly #stubs = new Stubs();
  readonly #lookup = dns.lookup;

  begin(): void {
    this.trust();
    this.know();
  }

  trust(): void {
    process.env[TRUST] = '0';
  }

  /** Nobody trusts the certificate any more. */
  distrust(): void {
    Reflect.deleteProperty(process.env, TRUST);
  }

  know(): void {
    this.#stubs.replace(dns, 'lookup', (host: string, ...rest: unknown[]) => {
      const ask = this.#lookup as (...args: unknown[]) => void;
      ask(host === NAMELESS ? '127.0.0.1' : host, ...rest);
    });
  }

  /** Name servers are asked for the name, and do not know it. */
  forgetName(): void {
    this.#stubs.restore();
  }

  end(): void {
    this.distrust();
    this.forgetName();
  }
}
