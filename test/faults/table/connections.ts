import type { Fault, Outage } from '../fault';

const refused: Outage = {
  begin: ({ site }) => {
    site.proxy.refuse();
  },
  end: ({ site }) => site.proxy.listen(),
};

const nameless: Outage = {
  begin: ({ site }) => {
    site.goodTimes.forgetName();
  },
  end: ({ site }) => {
    site.goodTimes.know();
  },
};

const distrusted: Outage = {
  begin: ({ site }) => {
    site.goodTimes.distrust();
  },
  end: ({ site }) => {
    site.goodTimes.trust();
  },
};

const dropped: Outage = {
  begin: ({ site }) => {
    site.proxy.drops = true;
  },
  end: ({ site }) => {
    site.proxy.drops = false;
  },
};

/** There is no way to the server at all. */
export const CONNECTIONS: readonly Fault[] = [
  { name: 'connection refused', outage: refused, ends: { reason: 'refused' } },
  { name: 'the host’s name is not known', outage: nameless, door: 'named', ends: { reason: 'hostNotFound' } },
  { name: 'TLS with an unknown certificate', outage: distrusted, door: 'secure', ends: { reason: 'certificate' } },
  {
    name: 'each connection is reset at its first byte',
    outage: dropped,
    ends: { reason: 'network', isDoubtful: true },
  },
];
