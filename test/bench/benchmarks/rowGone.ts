import { alternate, type Samples, series } from '../alternate';
import type { Benchmark, Row } from '../benchmark';
import { summarize } from '../statistics';
import { BenchWindow } from '../workbench/benchWindow';
import { BARE_LIST } from '../workbench/extensions';
import { onScreen, ROW, watchFor, watchForClick } from '../workbench/screen';
import { nameOf, TimedKirim } from '../workbench/timedKirim';

/** What the server takes for each of two answers: the list that is asked for anew, and the DELETE. In milliseconds. */
const SERVER_MS = [5, 40, 80, 150, 300];
const LABELS = 90;
const OURS = 'Delete Label';
const BARE = 'a bare command';
const FIRST_BARE_ROW = 'Row 000000';

interface Timing {
  /** From the press of the button until the row is gone. */
  readonly total: number;
  /** The same less the delays that the server was told to make. */
  readonly own: number;
  /** From the press until the first request has arrived. */
  readonly before: number;
  /** From the last answer until the row is gone. */
  readonly after: number;
  readonly requests: string;
}

/** From the press of Delete Label in the question until the row is gone. */
export const rowGone: Benchmark = {
  name: 'rowGone',
  run: async ({ quick }): Promise<Row[]> => {
    const kirim = await new TimedKirim(LABELS).open();
    const window = await BenchWindow.signedIn(kirim);
    const rows: Row[] = [];
    try {
      let next = 0;
      for (const ms of SERVER_MS) {
        kirim.delay(ms);
        const samples = await alternate<Timing>(
          [
            { name: OURS, measure: () => deleteRow(window, kirim, ms, nameOf((next += 1))) },
            { name: BARE, measure: () => deleteBareRow(window, kirim, ms) },
          ],
          quick ? { rounds: 3 } : { rounds: 10, warmUps: 1 },
        );
        const both = (figure: (timing: Timing) => number) =>
          [OURS, BARE].map((name) => middle(samples, name, figure)).join(' and ');
        rows.push({
          what: `confirm → row gone, ${ms} ms an answer`,
          unit: 'ms',
          ours: series(samples, OURS, ({ own }) => own),
          others: [series(samples, BARE, ({ own }) => own)],
          targets: ms >= 40 ? [{ words: 'at most 1.10 ×', judge: 'ratio', of: BARE, atMost: 1.1 }] : [],
          note: `From the press to the drawn row, less the delays that the server was told to make. “${BARE}” asks, sends the same two requests and takes a row out of ${LABELS}, and nothing else.`,
          facts: {
            requests: [...new Set(samples.get(OURS)?.map(({ requests }) => requests))].join(' or '),
            'ms with the delays, and a bare one': both(({ total }) => total),
            'ms until the first request, and a bare one': both(({ before }) => before),
            'ms after the last answer, and a bare one': both(({ after }) => after),
          },
        });
      }
      return rows;
    } finally {
      await Promise.all([window.close(), kirim.close()]);
    }
  },
};

/** What is measured of either: from the press until a row is gone. */
async function pressed(
  { page, workbench, host }: BenchWindow,
  kirim: TimedKirim,
  delayMs: number,
  text: string,
): Promise<Timing> {
  await workbench.modal.box.waitFor();
  // A person reads the question, and by then nothing goes on that came before it.
  await host.call('quiet');
  kirim.exchanges.length = 0;
  const clicked = await watchForClick(page);
  const gone = await watchFor(page, { selector: ROW, text, isGone: true });
  await workbench.modal.press('Delete Label');
  const [from, to] = [await clicked(), await gone()];
  const { exchanges } = kirim;
  const [arrivedAt, answeredAt] = [
    exchanges[0]?.arrivedAt ?? NaN,
    Math.max(...exchanges.map((each) => each.answeredAt)),
  ];
  return {
    total: to - from,
    // One is sent after the other has been answered.
    own: to - from - delayMs * exchanges.length,
    before: arrivedAt - from,
    after: to - answeredAt,
    requests: exchanges.map(({ method }) => method).join(' + '),
  };
}

async function deleteRow(window: BenchWindow, kirim: TimedKirim, delayMs: number, name: string): Promise<Timing> {
  const { labels } = window.workbench;
  await labels.open();
  await labels.row(new RegExp(`^${name}`)).click();
  await window.page.keyboard.press('Delete');
  return pressed(window, kirim, delayMs, name);
}

async function deleteBareRow(window: BenchWindow, kirim: TimedKirim, delayMs: number): Promise<Timing> {
  await window.host.call('fillList', LABELS, 'full');
  await window.show(BARE_LIST);
  await onScreen(window.page, FIRST_BARE_ROW);
  const requests = [
    { method: 'GET', url: kirim.listUrl },
    // The label is not there, which takes the server as long.
    { method: 'DELETE', url: `${kirim.baseUrl}/labels/lbl_gone` },
  ];
  const done = window.host.call('bareDelete', requests, kirim.apiKey);
  const timing = await pressed(window, kirim, delayMs, FIRST_BARE_ROW);
  await done;
  return timing;
}

function middle(samples: Samples<Timing>, name: string, figure: (timing: Timing) => number): number {
  return Math.round(summarize(series(samples, name, figure).samples).median);
}
