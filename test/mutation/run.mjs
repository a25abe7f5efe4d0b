import { Stryker } from '@stryker-mutator/core';
import { room } from './room.mjs';

/** In the order of the layers; `npm run test:mutation -- views ui` takes those alone. */
const ROOMS = ['api', 'journal', 'labels', 'operations', 'accounts', 'ui', 'views', 'tools', 'commands'];

for (const name of process.argv.length > 2 ? process.argv.slice(2) : ROOMS) {
  await new Stryker(room(name)).runMutationTest();
}
