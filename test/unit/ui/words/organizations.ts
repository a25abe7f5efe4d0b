import type { Session } from '../../../../src/accounts/session';
import type { SessionItems } from '../../../../src/accounts/sessionItems';
import type { Label } from '../../../../src/api/schema';
import type { LabelChanges } from '../../../../src/operations/recheck/labelChanges';
import { filterNote } from '../../../../src/ui/messages/filterWords';
import { DEFAULT_API } from '../../fakeVscode';
import { label } from '../../labels/fakes';

/** What is known of the write limit, which is 60 a minute. */
interface Budget {
  /** How long a run takes. */
  readonly seconds?: number;
  readonly level?: number;
  readonly areMissing?: boolean;
  readonly isLimitKnown?: boolean;
  /** When the level was told. */
  readonly toldAtMs?: number;
}

export function budgetOf({ seconds, level, toldAtMs, areMissing = false, isLimitKnown = true }: Budget) {
  const headers = { limitPerMinute: 60, areMissing, isLimitKnown };
  return { secondsFor: () => seconds, headers, limitPerMinute: 60, level, toldAtMs };
}

/** An organization, as far as words are about it. */
export function organization(
  organizationName: string | undefined,
  labels: readonly Label[],
  { budget = {}, isComplete = true, ...more }: Partial<Session> & { budget?: Budget; isComplete?: boolean } = {},
): Session {
  return {
    organizationName,
    baseUrl: { host: new URL(DEFAULT_API).host, href: DEFAULT_API },
    isSample: false,
    isOneOfSeveral: false,
    ended: new AbortController().signal,
    labels: { labels, latest: { isComplete } },
    client: { writeBudget: budgetOf(budget) },
    ...more,
  } as unknown as Session;
}

export const VIP = label('VIP');
export const LEAD = label('Lead', { color: 'red' });
export const PROMO = label('Promo');
const THREE = [VIP, LEAD, PROMO];

export const acme = organization('Acme', THREE);
export const globex = organization('Globex', [label('Gold')]);
/** It has two labels VIP, one in each team, and two of one team that look the same. */
export const teams = organization('Teams', [
  label('VIP', { id: 'lbl_1A', team_id: 'team_a' }),
  label('VIP', { id: 'lbl_1B', team_id: 'team_b' }),
  label('Cafe', { id: 'lbl_2A', team_id: 'team_a' }),
  label('Саfe', { id: 'lbl_2B', team_id: 'team_a' }),
]);
export const sample = organization('Sample organization', [VIP], {
  isSample: true,
  baseUrl: { host: 'sample.invalid', href: 'https://sample.invalid', origin: 'https://sample.invalid' },
});
export const slow = organization('Slow', THREE, { budget: { seconds: 240 } });
const elsewhere = { host: 'staging.example', href: 'https://staging.example/v1', origin: 'https://staging.example' };
const many = Array.from({ length: 12 }, (_, index) => label(`Label ${index + 1}`));

/** Its first labels, as they are chosen. */
export function part(session: Session, count = Infinity): SessionItems {
  const labels = session.labels.labels.slice(0, count);
  return { session, items: labels.map((one) => ({ label: one })) };
}

/** What a question about labels may be about, wherever that makes a difference. */
export const PLACES = {
  'one label': [part(acme, 1)],
  'several labels': [part(acme)],
  'more than ten': [part(organization('Many', many))],
  'of several organizations': [part(acme), part(globex)],
  'of several teams, with names that look the same': [part(teams)],
  'one of two of that name': [part(teams, 1)],
  'names from right to left': [part(organization('שם', [label('תווית')]))],
  'of the sample': [part(sample)],
  'at another API': [part(organization('Acme', [VIP], { baseUrl: elsewhere }))],
  'of several organizations at another API': [
    part(organization('Acme', THREE, { baseUrl: elsewhere })),
    part(organization('Globex', [VIP], { baseUrl: elsewhere })),
  ],
  'of an organization whose name is not known': [part(organization(undefined, [VIP]))],
  'of an organization with the name of another one': [part(organization('Acme', [VIP], { shortId: '…ABC123' }))],
  'at a limit that makes it slow': [part(slow)],
  'where little of the limit is left': [part(organization('Low', THREE, { budget: { seconds: 90, level: 1.9 } }))],
  'where it is not told what is left': [
    part(organization('Silent', THREE, { budget: { seconds: 240, areMissing: true } })),
  ],
} satisfies Record<string, readonly SessionItems[]>;

/** Said while a filter is on that shows one of two labels. */
export const aFilter = () => filterNote([VIP, LEAD], ({ name }) => name === 'VIP');

export const NO_CHANGES: LabelChanges = {
  current: [],
  renamed: [],
  recolored: [],
  gone: [],
  unreadable: [],
  isListed: true,
};

/** What others did while a question was open. */
export const CHANGES: LabelChanges = {
  ...NO_CHANGES,
  renamed: [{ before: VIP, current: { ...VIP, name: 'Gold' } }],
  recolored: [{ before: LEAD, current: { ...LEAD, color: 'teal' } }],
  gone: [PROMO],
  unreadable: [label('Odd')],
};

/** What is still there after these, and can be read. */
export const left = part(
  organization(
    'Acme',
    [...CHANGES.renamed, ...CHANGES.recolored].map(({ current }) => current),
  ),
);

/** The same, of so many more labels. */
export function withGone(count: number): LabelChanges {
  return { ...CHANGES, gone: [PROMO, ...many.slice(0, count)] };
}
