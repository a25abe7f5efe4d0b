import fc from 'fast-check';
import { LABEL_COLORS } from '../../kirim';
import { anyFault } from './faults';
import { at, place, steps } from './steps';

export const session = steps('session', fc.constantFrom('sign out', 'sign in', 'sign in'), (world, what) =>
  what === 'sign in' ? world.signIn() : world.signOut(),
);

/** Somebody else, elsewhere. */
const colleague = steps(
  'colleague',
  fc.record({ what: fc.constantFrom('create', 'rename', 'recolor', 'delete', 'spend'), places: fc.tuple(place) }),
  ({ server }, { what, places }) => {
    const { organization } = server;
    const [label] = at(organization.labels(), places);
    if (what === 'create') {
      organization.addLabel({ name: server.nextName() });
    } else if (what === 'spend') {
      organization.spendWrites(places[0]);
    } else if (label && what === 'rename') {
      organization.renameLabel(label.id, server.nextName());
    } else if (label && what === 'recolor') {
      organization.changeLabel(label.id, { color: LABEL_COLORS[places[0] % LABEL_COLORS.length] ?? 'gray' });
    } else if (label && what === 'delete') {
      organization.removeLabel(label.id);
    }
  },
);

export const fault = steps(
  'fault',
  fc.record({ method: fc.constantFrom('GET', 'DELETE', 'DELETE', 'PATCH', 'POST'), fault: anyFault }),
  ({ server }, { method, fault: what }) => {
    server.breakNext(method, what);
  },
);

const disk = steps(
  'disk',
  fc.record({ window: fc.nat(1), isFull: fc.boolean(), leavesHalf: fc.boolean() }),
  (world, { window, isFull, leavesHalf }) => {
    world.fillDisk(window, isFull, leavesHalf);
  },
);

const setting = steps('setting', fc.constantFrom(0, 5), ({ person }, seconds) => {
  person.settings['undoSeconds'] = seconds;
});

export const time = steps('time', fc.constantFrom(50, 300, 1_000, 5_000, 35_000, 400_000), (world, ms) =>
  world.time.pass(ms),
);

const sleep = steps('sleep', fc.constantFrom(20_000, 8 * 3_600_000), (world, ms) => {
  world.time.suspend(ms);
});

/** What happens around the person, and between the acts. */
export const anyEvent = [sleep, session, colleague, fault, fault, disk, setting, time, time];
