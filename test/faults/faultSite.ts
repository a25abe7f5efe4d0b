import { join } from 'node:path';
import { Kirim, listen, type Listening } from '../kirim';
import { FastClock, REQUEST_TIMEOUT_SECONDS } from '../host/support/fastClock';
import type { LabelsViewProbe } from '../host/support/labelsViewProbe';
import { extension, labelsView, setApiBaseUrl, setSetting } from '../host/support/setUp';
import { baseUrlOf, type Door, GoodTimes, TLS_NAMES } from './proxy/doors';
import { loggedLines } from './extensionLog';
import { FaultProxy } from './proxy/faultProxy';
import { ForeignServer } from './proxy/foreignServer';

interface Parts {
  readonly view: LabelsViewProbe;
  readonly kirim: Kirim;
  readonly server: Listening;
  readonly plain: FaultProxy;
  readonly secure: FaultProxy;
  readonly foreign: ForeignServer;
}

/** What all cells share: the stand-in, the proxies in front of it, somebody else's server, and the clock. */
export class FaultSite {
  readonly view: LabelsViewProbe;
  readonly kirim: Kirim;
  readonly foreign: ForeignServer;
  readonly clock = new FastClock(join(extension().extensionPath, 'dist'), { isBusy: () => this.proxy.underWay > 0 });
  readonly goodTimes = new GoodTimes();
  /** Promises that failed and that nobody waited for. */
  readonly unhandled: unknown[] = [];
  readonly #parts: Parts;
  readonly #noteUnhandled = (reason: unknown) => {
    this.unhandled.push(reason);
  };
  #door: Door | undefined;

  private constructor(parts: Parts) {
    this.view = parts.view;
    this.kirim = parts.kirim;
    this.foreign = parts.foreign;
    this.#parts = parts;
    this.goodTimes.begin();
    process.on('unhandledRejection', this.#noteUnhandled);
  }

  static async open(): Promise<FaultSite> {
    const view = await labelsView();
    await setSetting('requestTimeoutSeconds', REQUEST_TIMEOUT_SECONDS);
    const kirim = new Kirim();
    const server = await listen(kirim);
    const plain = await FaultProxy.open(server.port);
    const secure = await FaultProxy.open(server.port, ...TLS_NAMES);
    return new FaultSite({ view, kirim, server, plain, secure, foreign: await ForeignServer.open() });
  }

  /** The proxy that the extension is connected to. */
  get proxy(): FaultProxy {
    return this.#door === 'plain' ? this.#parts.plain : this.#parts.secure;
  }

  get log(): readonly string[] {
    return loggedLines;
  }

  async use(door: Door): Promise<void> {
    if (this.#door !== door) {
      const { plain, secure } = this.#parts;
      await setApiBaseUrl(baseUrlOf(door, { plain: plain.port, secure: secure.port }));
      this.#door = door;
    }
  }

  /** Forgets what was sent so far. */
  forget(): void {
    this.kirim.requests.clear();
    this.proxy.requests.length = 0;
    loggedLines.length = 0;
    this.unhandled.length = 0;
  }

  async close(): Promise<void> {
    process.off('unhandledRejection', this.#noteUnhandled);
    this.goodTimes.end();
    this.clock.restore();
    const { plain, secure, server, foreign } = this.#parts;
    await Promise.all([plain.close(), secure.close(), server.close(), foreign.close()]);
    await setSetting('requestTimeoutSeconds', undefined);
    await setApiBaseUrl(undefined);
  }
}
