import type { Kirim } from '../kirim';
import type { LabelColor } from '../model';
import type { Organization } from '../organization/organization';
import { createRandom } from '../random';
import { CONTACT_NAMES, SALES_LABELS, SERVICE_LABELS } from './sampleNames';

/** The keys of the sample. They open nothing but this stand-in. */
export const SAMPLE_API_KEY = 'kdv_live_Acme-sample-key-00000001';
export const EXPIRED_API_KEY = 'kdv_live_Acme-expired-key-0000002';
export const REVOKED_API_KEY = 'kdv_live_Acme-revoked-key-0000003';
export const SECOND_API_KEY = 'kdv_live_Toko-sample-key-00000004';
export const EMPTY_API_KEY = 'kdv_live_Baru-sample-key-00000005';

/** The names of the sample's organizations. */
export const SAMPLE_ORGANIZATION = 'Acme';
export const SECOND_ORGANIZATION = 'Toko Sinar Jaya';
export const EMPTY_ORGANIZATION = 'Warung Baru';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SIGNED_UP = Date.parse('2025-03-03T01:15:00.000Z');

/** Adds the sample to a new stand-in: with the same seed everything but the clock is the same in every run. */
export function addSample(kirim: Kirim): void {
  addAcme(kirim);
  addSecondOrganization(kirim);
  const empty = kirim.addOrganization({ name: EMPTY_ORGANIZATION, created_at: at(5000 * HOUR) });
  empty.addKey({ label: 'Percobaan', secret: EMPTY_API_KEY, created_at: at(5001 * HOUR) });
}

function addAcme(kirim: Kirim): void {
  const acme = kirim.addOrganization({ name: SAMPLE_ORGANIZATION, teams: 2, created_at: at(0) });
  acme.addKey({ label: 'VS Code', secret: SAMPLE_API_KEY, created_at: at(HOUR) });
  const expired = { label: 'Integrasi Lama', secret: EXPIRED_API_KEY, expires_at: SIGNED_UP + 2000 * HOUR };
  acme.addKey({ ...expired, created_at: at(2 * HOUR) });
  acme.addKey({ label: 'Laptop Hilang', secret: REVOKED_API_KEY, created_at: at(3 * HOUR) });
  acme.revokeKey(REVOKED_API_KEY);

  const [sales, service] = acme.team_ids;
  addLabels(acme, mixed(SALES_LABELS, sales, SERVICE_LABELS, service));
  addAudience(acme);
}

function addSecondOrganization(kirim: Kirim): void {
  const toko = kirim.addOrganization({ name: SECOND_ORGANIZATION, created_at: at(4000 * HOUR) });
  toko.addKey({ label: 'Kasir', secret: SECOND_API_KEY, created_at: at(4001 * HOUR) });
  addLabels(toko, [
    { name: 'VIP', color: 'violet' },
    { name: 'Pesanan Baru', color: 'sky' },
    { name: 'Antar Sore', color: 'orange' },
    { name: 'Utang', color: 'red' },
    { name: 'Lunas', color: 'green' },
  ]);
  addAudience(toko);
}

interface Named {
  name: string;
  color: LabelColor;
  team_id?: string;
}

type Names = typeof SALES_LABELS;

/** One label of each team in turn, so that no page of the list holds a single team. */
function mixed(sales: Names, sales_id: string | undefined, service: Names, service_id: string | undefined): Named[] {
  return sales.flatMap((first, index) =>
    [
      { label: first, team_id: sales_id ?? '' },
      { label: service[index], team_id: service_id ?? '' },
    ].flatMap(({ label, team_id }) => (label === undefined ? [] : [{ name: label[0], color: label[1], team_id }])),
  );
}

function addLabels(organization: Organization, labels: readonly Named[]): void {
  labels.forEach((label, index) => {
    organization.addLabel({ ...label, created_at: at(24 * HOUR + index * (53 * HOUR + 7 * MINUTE)) });
  });
}

/** Contacts with one conversation each, and one to seven of them for every label. */
function addAudience(organization: Organization): void {
  const random = createRandom(organization.labels().length);
  CONTACT_NAMES.forEach((name, index) => {
    const contact = organization.addContact({ name, created_at: at(index * HOUR) });
    organization.addConversation(contact, at(index * HOUR + MINUTE));
  });
  for (const label of organization.labels()) {
    const first = Math.floor(random() * CONTACT_NAMES.length);
    const end = first + 1 + Math.floor(random() * 7);
    const last = Math.min(end, CONTACT_NAMES.length);
    const contacts = organization.contacts.slice(first, last);
    organization.attach(label.id, { contacts, conversations: organization.conversations.slice(first, last) });
  }
}

function at(afterSignUp: number): string {
  return new Date(SIGNED_UP + afterSignUp).toISOString();
}
