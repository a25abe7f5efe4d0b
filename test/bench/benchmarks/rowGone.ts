import { alternate, series } from '../alternate';
import type { Benchmark, Row } from '../benchmark';
import { BenchWindow } from '../workbench/benchWindow';
import { BARE_LIST } from '../workbench/extensions';
import { ROW, watchFor, watchForClick } from '../workbench/screen';
import { nameOf, TimedKirim } from '../workbench/timedKirim';

/** What the server takes for each of two answers: the list that is asked for anew, and the DELETE. In milliseconds. */
const SERVER_MS = [5, 40, 80, 150];
const LABELS = 90;
const OURS = 'Delete Label';

interface Timing {
  /** From the press of the button until the row is gone. */
  readonly total: number;
  /** From the first request's arrival until the last answer left. */
  readonly server: number;
  readonly requests: string;
}

/** From the press of Delete Label in the question until the row is gone. */
export const rowGone: Benchmark = {
  name: 'rowGone',
  run: async ({ quick }): Promise<Row[]> => {
    const kirim = await new TimedKirim(LABELS).open();
    const window = await BenchWindow.open({ settings: { 'kirimLabels.apiBaseUrl': kirim.baseUrl } });
    const rows: Row[] = [];
    try {
      await window.workbench.labels.open();
      await window.workbench.signIn(kirim.apiKey);
      let next = 0;
      for (const ms of SERVER_MS) {
        kirim.delay(ms);
        const samples = await alternate<Timing>(
          [
            { name: OURS, measure: () => deleteRow(window, kirim, nameOf((next += 1))) },
            { name: BARE_LIST, measure: () => removeBareRow(window) },
          ],
          quick ? { rounds: 3 } : { rounds: 10, warmUps: 1 },
        );
        const [ours, server] = [series(samples, OURS, ({ total }) => total), series(samples, OURS, (t) => t.server)];
        const answers = { ...server, name: 'the server’s answers' };
        rows.push({
          what: `confirm → row gone, ${ms} ms an answer`,
          unit: 'ms',
          ours,
          others: [answers, series(samples, BARE_LIST, ({ total }) => total)],
          targets: [{ words: 'at most 60 ms above', judge: 'difference', of: answers.name, atMost: 60 }],
          note: `“${BARE_LIST}”: VS Code’s own share, from an event that a row of ${LABELS} is gone until it is.`,
          facts: { requests: [...new Set(samples.get(OURS)?.map(({ requests }) => requests))].join(' or ') },
        });
      }
      return rows;
    } finally {
      await Promise.all([window.close(), kirim.close()]);
    }
  },
};

async function deleteRow({ page, workbench }: BenchWindow, kirim: TimedKirim, name: string): Promise<Timing> {
  await workbench.labels.open();
  await workbench.labels.row(new RegExp(`^${name}`)).click();
  await page.keyboard.press('Delete');
  await workbench.modal.box.waitFor();
  kirim.exchanges.length = 0;
  const clicked = await watchForClick(page);
  const gone = await watchFor(page, { selector: ROW, text: name, isGone: true });
  await workbench.modal.press('Delete Label');
  const total = (await gone()) - (await clicked());
  const { exchanges } = kirim;
  const server = Math.max(...exchanges.map((each) => each.answeredAt)) - (exchanges[0]?.arrivedAt ?? NaN);
  return { total, server, requests: exchanges.map(({ method }) => method).join(' + ') };
}

async function removeBareRow(window: BenchWindow): Promise<Timing> {
  await window.host.call('fillList', LABELS, 'plain');
  await window.show(BARE_LIST);
  await (
    await watchFor(window.page, { selector: ROW, text: 'Row 000000' })
  )();
  const gone = await watchFor(window.page, { selector: ROW, text: 'Row 000000', isGone: true });
  await window.host.call('quiet');
  const firedAt = await window.host.call('removeFirst');
  return { total: (await gone()) - firedAt, server: 0, requests: '' };
}
