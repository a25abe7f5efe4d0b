import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deleteLabel } from '../../../src/commands/delete/deleteLabel';
import { restoreLabel } from '../../../src/commands/update/restoreLabel';
import { retireLabel } from '../../../src/commands/update/retireLabel';
import { COMMANDS } from '../../../src/commands/commands';
import type { KirimLabelsApi } from '../../../src/extensionApi';
import { createApi } from '../../../src/tools/exportedApi';
import { registerTools, TOOLS } from '../../../src/tools/tools';
import { parentIdsOf, rowId } from '../../../src/views/labels/labelNodes';
import { DrawnRows } from '../../../src/views/drawnRows';
import { ShownRows } from '../../../src/views/labels/shownRows';
import type { Desk } from '../commands/desk';
import { forgetAll, inputBoxes, pickers, settings, tools, window } from '../fakeVscode';
import { answerOf, deskWithTools, type ToolName, writesOf } from './agent';

/** How many arguments each door is tried with. */
const CASES = 1_000;
const SEED = 20261130;
/** So many cases have the same organizations, where nothing is written. */
const MOST_CASES = 20;
/** Of both organizations, which have labels of the same names. */
const COUNT = 5;

/** Where a write can come from. Each is called with anything. */
type Door = (desk: Desk, argument: unknown, api: KirimLabelsApi, pick: number) => Promise<unknown>;
type Command = (context: Desk['context'], args: readonly unknown[]) => unknown;

/** Whether VS Code asked before the tool ran, and with which input: a hook may have changed it since. */
const APPROVALS = ['asked', 'approvedBeforehand', 'changedByHook', 'outsideOfChat'] as const;
const ANSWERS = ['yes', 'no'] as const;

interface Mode {
  readonly approval: (typeof APPROVALS)[number];
  readonly answer: (typeof ANSWERS)[number];
  readonly confirmation: 'modal' | 'typeName';
  /** Which command, where there are several. */
  readonly pick: number;
}

const mode: fc.Arbitrary<Mode> = fc.record({
  approval: fc.constantFrom(...APPROVALS),
  answer: fc.constantFrom(...ANSWERS),
  confirmation: fc.constantFrom('modal', 'modal', 'typeName'),
  pick: fc.nat(999),
});

/** A label as an agent may name it: as it is, by the name or id of another one, nearly as it is, or as something else. */
interface Ref {
  readonly index: number;
  readonly nameOf: number;
  readonly idIn: 'Acme' | 'Beta';
  readonly twist: string;
}

const index = fc.nat(COUNT - 1);
const right = index.map((at): Ref => ({ index: at, nameOf: at, idIn: 'Acme', twist: '' }));
const wrong: fc.Arbitrary<Ref> = fc.record({
  index,
  nameOf: index,
  idIn: fc.constantFrom('Acme', 'Beta'),
  twist: fc.constantFrom('', '', ' ', '\u200b', '1'),
});
const flags = fc.dictionary(
  fc.constantFrom(
    'confirmed',
    'force',
    'skipConfirmation',
    'askedBy',
    'kind',
    'session',
    'signal',
    'focusedRow',
    'yes',
  ),
  fc.oneof(fc.boolean(), fc.constantFrom('label', 'user', 'extension'), fc.anything()),
  { maxKeys: 3 },
);
const organization = fc.oneof(
  { weight: 3, arbitrary: fc.constant('Acme') },
  fc.constantFrom(undefined, 'Beta', 'Gamma', 7),
);
const shaped = fc.record({
  refs: fc.oneof(
    { weight: 5, arbitrary: fc.uniqueArray(right, { minLength: 1, maxLength: 3, selector: (ref) => ref.index }) },
    { weight: 3, arbitrary: fc.array(fc.oneof(right, wrong), { maxLength: 12 }) },
  ),
  organization,
  flags,
  name: fc.oneof(fc.string(), fc.constantFrom('New', 'L1')),
  form: fc.constantFrom('object', 'object', 'object', 'object', 'array', 'single', 'node'),
});
const argument = fc.oneof(
  { weight: 4, arbitrary: shaped.map((shape) => (desk: Desk) => argumentOf(shape, desk)) },
  { weight: 1, arbitrary: fc.anything().map((value) => () => value) },
);

function argumentOf(
  { refs, organization: named, flags: more, name, form }: ShapeOf<typeof shaped>,
  desk: Desk,
): unknown {
  const labels = refs.map((ref) => {
    const [of, other] = [desk.session, desk.others[0] ?? desk.session].map(({ labels: store }) => store.labels);
    const id = (ref.idIn === 'Acme' ? of : other)?.[ref.index]?.id;
    return { id, name: `${of?.[ref.nameOf]?.name}${ref.twist}` };
  });
  switch (form) {
    case 'object':
      return { ...more, name, labels, ...(named !== undefined && { organization: named }) };
    case 'array':
      return labels;
    case 'single':
      return { ...more, ...labels[0] };
    case 'node':
      // Looks like a row, and was not made by the tree.
      return { ...more, kind: 'label', session: desk.session, label: desk.session.labels.labels[0] };
  }
}

type ShapeOf<T> = T extends fc.Arbitrary<infer U> ? U : never;

const DOORS: Readonly<Record<string, Door>> = {
  ...Object.fromEntries(
    Object.keys(TOOLS).map((name): [string, Door] => [name, (_, input) => answerOf(name as ToolName, input)]),
  ),
  'exported API': async (_, input, api) => {
    const { labels, organization: named } = (input ?? {}) as { labels?: unknown; organization?: never };
    return api.deleteLabels(labels as never, named).catch((error: unknown) => String(error));
  },
  'a command with arguments': async (desk, input, _api, pick) => {
    const all: readonly Command[] = Object.values(COMMANDS);
    const often: readonly Command[] = [deleteLabel, retireLabel, restoreLabel];
    const some = pick % 3 === 0 ? all : often;
    const command = some[pick % some.length] ?? deleteLabel;
    await desk.context.run(() => command(desk.context, [input]));
  },
};

/** What was asked, and answered with yes. */
let agreed: string[];

/** The person answers each question alike, and closes every list and every box for a name. */
function sitDown({ answer, confirmation }: Mode): void {
  agreed = [];
  settings['confirmation'] = confirmation;
  const ask = (question: string, first?: object, ...buttons: readonly object[]) => {
    const { modal, detail = '' } = (first ?? {}) as { modal?: boolean; detail?: string };
    if (modal !== true || answer === 'no') {
      return Promise.resolve(undefined);
    }
    agreed.push(`${question}\n${detail}`);
    return Promise.resolve(buttons[0]);
  };
  vi.spyOn(window, 'showWarningMessage').mockImplementation(ask);
  vi.spyOn(window, 'showInformationMessage').mockImplementation(ask);
  vi.spyOn(window, 'showInputBox').mockImplementation(({ title = '', prompt = '', placeHolder = '' }) => {
    if (answer === 'no') {
      return Promise.resolve(undefined);
    }
    agreed.push(`${title}\n${prompt}`);
    return Promise.resolve(/^Type (.+) to delete$/.exec(placeHolder)?.[1]);
  });
  vi.spyOn(pickers, 'push').mockImplementation((...opened) => {
    void Promise.resolve().then(() => {
      opened.forEach((list) => {
        list.hide();
      });
    });
    return 0;
  });
  vi.spyOn(inputBoxes, 'push').mockImplementation((...opened) => {
    void Promise.resolve().then(() => {
      opened.forEach((box) => {
        box.pressEscape();
      });
    });
    return 0;
  });
}

async function open(): Promise<{ desk: Desk; api: KirimLabelsApi; names: ReadonlyMap<string, string> }> {
  const desk = await deskWithTools(COUNT);
  const beta = desk.signInBeside({ name: 'Beta' });
  for (let number = 1; number <= COUNT; number += 1) {
    beta.addLabel({ name: `L${number}` });
  }
  desk.organization.addLabel({ name: '[retired] L9' });
  await Promise.all([desk.session, ...desk.others].map(({ labels }) => labels.refresh()));
  desk.kirim.requests.clear();
  const drawn = new DrawnRows({ idOf: rowId, parentIdsOf });
  const nothing = { marks: { selected: [], unmarked: undefined } };
  const focus = { ask: () => Promise.resolve(undefined), isFound: () => Promise.resolve(false) };
  const view = { visible: true, reveal: () => Promise.resolve() };
  const tree = { isSettling: false, owesRows: false, neighborOf: () => undefined, rowsWith: () => [] };
  const parts = { tree, view, drawn, query: desk.context.query, marked: nothing, focus };
  Object.assign(desk.context, { view: new ShownRows(desk.context.accounts, parts) });
  const organizations = [desk.organization, beta];
  const names = new Map(organizations.flatMap((one) => one.labels().map(({ id, name }) => [id, name] as const)));
  return { desk, api: createApi(desk.context, []), names };
}

afterEach(() => {
  forgetAll();
});

describe.each(Object.entries(DOORS))('whatever comes through the door %s', (name, door) => {
  it(
    'nothing is written without a yes to our own question, and only what that names',
    { timeout: 600_000 },
    async () => {
      let [writes, left] = [0, 0];
      let stage: Awaited<ReturnType<typeof open>> | undefined;
      const holds = fc.asyncProperty(argument, mode, async (makeArgument, how) => {
        forgetAll();
        vi.restoreAllMocks();
        stage = left > 0 && stage ? stage : await open();
        const { desk, api, names } = stage;
        registerTools(desk.context);
        desk.kirim.requests.clear();
        sitDown(how);
        const input = makeArgument(desk);
        if (how.approval === 'asked' || how.approval === 'changedByHook') {
          // What VS Code shows says nothing about what is written.
          tools.get(name)?.prepareInvocation?.({ input: how.approval === 'asked' ? input : {} });
        }
        const result = await door(desk, input, api, how.pick);
        const sent = writesOf(desk);
        // What was written is not there any more, and an organization may read so often a minute.
        left = sent.length > 0 || agreed.length > 0 ? 0 : left > 0 ? left - 1 : MOST_CASES;
        writes += sent.length;
        expect(String(result)).not.toMatch(/kdv_|[Bb]earer/);
        if (agreed.length === 0) {
          expect(sent).toEqual([]);
        }
        for (const { method, path, organization: of } of sent) {
          const id = decodeURIComponent(path.replace('/labels', '').replace('/', ''));
          const label = method === 'POST' ? undefined : (names.get(id) ?? expect.unreachable());
          const isNamed = (question: string) =>
            question.includes(of ?? '?') && (label === undefined || question.includes(`“${label}”`));
          expect(agreed.filter(isNamed)).not.toEqual([]);
          if (label !== undefined) {
            const { labels } = input as { readonly labels?: unknown };
            expect(labels).toContainEqual(expect.objectContaining({ id, name: label }));
          }
        }
      });
      await fc.assert(holds, { numRuns: CASES, seed: SEED });
      // Else it would hold for a door that is shut.
      const reads = ['kirim_list_labels', 'kirim_find_labels'].includes(name);
      expect(writes > CASES / 50).toBe(!reads);
    },
  );
});
