import { alternate, series } from '../alternate';
import type { BenchContext, Benchmark, Row } from '../benchmark';
import { BenchWindow } from '../workbench/benchWindow';
import { BARE_LIST, BARE_VIEW } from '../workbench/extensions';
import { profiled } from '../workbench/profiled';
import { ROW, watchFor, watchForClick } from '../workbench/screen';
import { nameOf, TimedKirim } from '../workbench/timedKirim';

/** What the server takes for each answer, in milliseconds. */
const SERVER_MS = 50;
const SIZES = [100, 10_000];
const OURS = 'Kirim Labels';
const ROUND_TRIP = 'one round trip';

/** From the click on the icon until rows are on screen, in a window where the extension is not active yet. */
export const firstRows: Benchmark = {
  name: 'firstRows',
  run: async (context) => {
    const rows: Row[] = [];
    for (const labels of SIZES) {
      rows.push(...(await measure(labels, context)));
    }
    return rows;
  },
};

async function measure(labels: number, { quick, profile, folder, log }: BenchContext): Promise<Row[]> {
  const kirim = await new TimedKirim(labels).open();
  const window = await BenchWindow.signedIn(kirim);
  try {
    kirim.delay(SERVER_MS);
    const anew = async () => {
      await window.renew();
      await window.host.call('fillList', labels, 'plain');
    };
    const open = async (title: string, firstRow: string) => {
      const clicked = await watchForClick(window.page);
      const seen = await watchFor(window.page, { selector: ROW, text: firstRow });
      await window.icon(title).click();
      return (await seen()) - (await clicked());
    };
    const opened = (title: string, firstRow: string) => async () => {
      await anew();
      return open(title, firstRow);
    };
    const roundTrip = async () => {
      // The first one of a window has VS Code read the certificates of the system.
      await window.host.call('roundTrip', kirim.listUrl, kirim.apiKey);
      return window.host.call('roundTrip', kirim.listUrl, kirim.apiKey);
    };
    const samples = await alternate(
      [
        { name: OURS, measure: opened(OURS, nameOf(0)) },
        { name: BARE_VIEW, measure: opened(BARE_VIEW, nameOf(0)) },
        { name: BARE_LIST, measure: opened(BARE_LIST, 'Row 000000') },
        { name: ROUND_TRIP, measure: roundTrip },
      ],
      quick ? { rounds: 4 } : { rounds: 8, warmUps: 1 },
    );
    if (profile) {
      await anew();
      await profiled(window, 'firstRows', { folder, log }, () => open(OURS, nameOf(0)));
    }
    return [
      {
        what: `view opened → first rows on screen, ${labels.toLocaleString('en-US')} labels`,
        unit: 'ms',
        ours: series(samples, OURS, (ms) => ms),
        others: [BARE_VIEW, BARE_LIST, ROUND_TRIP].map((name) => series(samples, name, (ms) => ms)),
        targets: labels === 100 ? [{ words: 'at most 1.15 ×', judge: 'ratio', of: BARE_VIEW, atMost: 1.15 }] : [],
        note: `The server takes ${SERVER_MS} ms for a page of 100. “${BARE_VIEW}” is an extension that reads a secret, sends one fetch and makes rows of it, and no more. “${BARE_LIST}” is active already and has its rows: what VS Code itself takes to open a view.`,
      },
    ];
  } finally {
    await Promise.all([window.close(), kirim.close()]);
  }
}
