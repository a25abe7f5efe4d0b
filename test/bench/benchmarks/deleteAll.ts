import type { Benchmark, Row } from '../benchmark';
import { BenchWindow } from '../workbench/benchWindow';
import { countDrawings, onScreen, ROW, watchFor, watchForClick } from '../workbench/screen';
import { nameOf, now, TimedKirim } from '../workbench/timedKirim';

const LABELS = 250;
/** What the server takes for each answer, in milliseconds. */
const SERVER_MS = 40;
const ROUNDS = 3;
const NAME = 'Delete Label';

interface Round {
  readonly questionMs: number;
  readonly firstRowMs: number;
  readonly summaryMs: number;
  readonly drawings: number;
  readonly heapBytes: number;
}

/** 250 labels that are selected in the view, and deleted at once. */
export const deleteAll: Benchmark = {
  name: 'deleteAll',
  run: async (): Promise<Row[]> => {
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push(await measure());
    }
    const row = (what: string, unit: string, figure: (round: Round) => number): Row => ({
      what: `${LABELS} labels deleted at once: ${what}`,
      unit,
      ours: { name: NAME, samples: rounds.map(figure) },
      others: [],
      targets: [],
    });
    return [
      row('Delete pressed → the question', 'ms', ({ questionMs }) => questionMs),
      row('confirmed → the first row gone', 'ms', ({ firstRowMs }) => firstRowMs),
      {
        ...row('confirmed → the summary', 'ms', ({ summaryMs }) => summaryMs),
        note: `The server takes ${SERVER_MS} ms for each answer; eight requests are on their way at once.`,
      },
      row('how often rows were drawn', '', ({ drawings }) => drawings),
      row('heap that is held afterwards and was not before', 'bytes', ({ heapBytes }) => heapBytes),
    ];
  },
};

async function measure(): Promise<Round> {
  const kirim = await new TimedKirim(LABELS).open();
  const window = await BenchWindow.signedIn(kirim);
  const { workbench, page, host } = window;
  const { labels, modal, toasts } = workbench;
  try {
    await onScreen(page, nameOf(0));
    await host.call('quiet');
    const heapBefore = await host.call('heldHeap');
    kirim.delay(SERVER_MS);
    await labels.row(new RegExp(`^${nameOf(0)}`)).click();
    await page.keyboard.press('ControlOrMeta+A');
    await host.call('quiet');
    const asked = await watchFor(page, { selector: '.monaco-dialog-box', text: String(LABELS) });
    const pressedAt = now();
    await page.keyboard.press('Delete');
    const questionMs = (await asked()) - pressedAt;
    await host.call('quiet');
    const clicked = await watchForClick(page);
    const drawings = await countDrawings(page);
    const gone = await watchFor(page, { selector: ROW, text: nameOf(0), isGone: true });
    const summary = await watchFor(page, { selector: '.notification-toast', text: `Deleted ${LABELS} labels` });
    await modal.pressAndGoOn(`Delete ${LABELS} Labels`);
    const [from, firstAt, summaryAt] = [await clicked(), await gone(), await summary()];
    await toasts.all.first().waitFor();
    await host.call('quiet');
    const heapBytes = (await host.call('heldHeap')) - heapBefore;
    return {
      questionMs,
      firstRowMs: firstAt - from,
      summaryMs: summaryAt - from,
      drawings: await drawings(),
      heapBytes,
    };
  } finally {
    await Promise.all([window.close(), kirim.close()]);
  }
}
