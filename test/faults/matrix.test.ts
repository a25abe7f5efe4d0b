import { join } from 'node:path';
import { locateStorage } from '../host/support/journalStorage';
import { extension } from '../host/support/setUp';
import { armFault } from './armFault';
import { Cell } from './cell';
import type { Fault } from './fault';
import { FaultSite } from './faultSite';
import { Invariants } from './invariants';
import type { Operation } from './operation';
import { createAgain, createMany } from './operations/createAgain';
import { deleteMany } from './operations/deleteMany';
import { deleteOne } from './operations/deleteOne';
import { createNew, recolorMany, renameOne } from './operations/edit';
import { list } from './operations/list';
import { restoreMany, restoreOne } from './operations/restore';
import { retireMany, retireOne } from './operations/retire';
import { signIn } from './operations/signIn';
import { Report } from './report';
import { signOutOfAll } from '../host/support/signOut';
import { ANSWERS } from './table/answers';
import { BODIES } from './table/bodies';
import { BROKEN } from './table/broken';
import { CLOCKS } from './table/clocks';
import { CONNECTIONS } from './table/connections';
import { LIMITS } from './table/limits';
import { LISTS } from './table/lists';
import { SLEEP } from './table/sleep';
import { STATUSES } from './table/statuses';
import { STRANGERS } from './table/strangers';

const OPERATIONS: readonly Operation[] = [
  ...[list, deleteOne, deleteMany, retireOne, retireMany, restoreOne, restoreMany, renameOne, recolorMany],
  ...[createNew, createAgain, createMany, signIn],
];
const FAULTS: readonly Fault[] = [
  ...[...CONNECTIONS, ...BROKEN, ...BODIES, ...STATUSES, ...STRANGERS, ...ANSWERS],
  ...[...LISTS, ...LIMITS, ...CLOCKS, ...SLEEP],
];
/** Little more than the reserve, so that a run has to wait for the rest. */
const WRITES_LEFT = 20;
const MINUTE_MS = 60_000;
/** A second word after the suite's: a pattern for the names of the cells that are run. */
const WANTED = new RegExp(process.env['KIRIM_SUITE_MODE'] ?? '');

describe('Each operation under each fault', () => {
  const report = new Report(
    OPERATIONS.map(({ name }) => name),
    FAULTS,
  );
  let site: FaultSite;
  let cell: Cell;

  before(async () => {
    site = await FaultSite.open();
    await site.use('plain');
    cell = new Cell(site);
    await locateStorage(async () => {
      await list.prepare(cell);
    });
    await signOutOfAll(site.view);
    cell.close();
  });

  after(async () => {
    await site.close();
    console.log(report.matrix());
    report.write(join(extension().extensionPath, 'out/faults.md'));
  });

  beforeEach(() => {
    cell = new Cell(site);
  });

  afterEach(async () => {
    // Each cell has an organization of its own.
    await signOutOfAll(site.view);
    cell.close();
  });

  for (const fault of FAULTS) {
    for (const operation of OPERATIONS) {
      const title = `${operation.name} · ${fault.name}`;
      if (meets(operation, fault) && WANTED.test(title)) {
        it(title, async () => {
          let isGood = false;
          try {
            await meet(operation, fault);
            isGood = true;
          } finally {
            const said = cell.said().join(' ⏎ ').replaceAll('\n', ' ');
            report.note(fault, operation.name, { isGood, said });
          }
        });
      }
    }
  }

  async function meet(operation: Operation, fault: Fault): Promise<void> {
    await site.use(fault.door ?? 'plain');
    await operation.prepare(cell);
    await new Invariants(cell).nothingUnderWay();
    // What was heard of the rate limit meanwhile is of no use any more.
    site.clock.pass(MINUTE_MS);
    cell.forget();
    const invariants = new Invariants(cell);
    if (operation.isRun) {
      cell.organization.bucket('write').setLevel(WRITES_LEFT);
    }
    const disarm = armFault(fault, operation, cell);
    try {
      await operation.run(cell);
      await fault.holds?.(cell);
    } finally {
      await disarm();
    }
    await invariants.nothingUnderWay();
    const hasFailed = cell.person.errors.length + cell.person.refusals.length > 0;
    invariants.onlyAgreedIsChanged();
    invariants.truthful(operation);
    if (fault.ends !== 'open') {
      invariants.told(operation.told(fault, cell));
    }
    invariants.keyIsBlamedRightly(fault, operation);
    invariants.reserveIsKept(operation);
    await invariants.journaled();
    if (hasFailed) {
      await operation.recover?.(cell);
    }
    await invariants.listedAfterRefresh();
    await invariants.nothingUnderWay();
    invariants.readable();
    invariants.nothingUnhandled();
    await invariants.keyIsKept();
  }
});

function meets({ name, isSimilar }: Operation, { cannotMeet, isVariant }: Fault): boolean {
  return cannotMeet?.[name] === undefined && !(isSimilar && isVariant);
}
