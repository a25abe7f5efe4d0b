import { join } from 'node:path';
import * as vscode from 'vscode';
import { locateStorage } from '../host/journalStorage';
import { extension } from '../host/setUp';
import { armFault } from './armFault';
import { Cell } from './cell';
import type { Fault } from './fault';
import { FaultSite } from './faultSite';
import { Invariants } from './invariants';
import type { Operation } from './operation';
import { createAgain } from './operations/createAgain';
import { deleteMany } from './operations/deleteMany';
import { deleteOne } from './operations/deleteOne';
import { list } from './operations/list';
import { signIn } from './operations/signIn';
import { Report } from './report';
import { BODIES } from './table/bodies';
import { BROKEN } from './table/broken';
import { CLOCKS } from './table/clocks';
import { CONNECTIONS } from './table/connections';
import { LISTS } from './table/lists';
import { STATUSES } from './table/statuses';

const OPERATIONS = [list, deleteOne, deleteMany, createAgain, signIn];
const FAULTS = [...CONNECTIONS, ...BROKEN, ...BODIES, ...STATUSES, ...LISTS, ...CLOCKS];

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

  afterEach(async function () {
    if (this.currentTest?.isFailed()) {
      // What it left behind is not to be the next one's trouble.
      await vscode.commands.executeCommand('kirimLabels.signOut');
    }
    cell.close();
  });

  for (const fault of FAULTS) {
    for (const operation of OPERATIONS) {
      if (fault.cannotMeet?.[operation.name] === undefined) {
        it(`${operation.name} · ${fault.name}`, async () => {
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
    cell.forget();
    const invariants = new Invariants(cell);
    const disarm = armFault(fault, operation, cell);
    try {
      await operation.run(cell);
    } finally {
      await disarm();
    }
    await invariants.nothingUnderWay();
    const hasFailed = cell.person.errors.length + cell.person.refusals.length > 0;
    invariants.told(operation.told(fault, cell));
    invariants.onlyConfirmedIsGone();
    await invariants.journaled(fault);
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
