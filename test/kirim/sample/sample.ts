import type { Kirim } from '../kirim';
import { addOverTime, sampleLabels, SIGNED_UP } from '../../../src/sample/sampleLabels';
import { createRandom } from '../../../src/sample/server/random';
import type { Organization } from '../organization/organization';
import { CONTACT_NAMES } from './contactNames';

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

  addOverTime(acme, sampleLabels(acme.team_ids));
  addAudience(acme);
}

function addSecondOrganization(kirim: Kirim): void {
  const toko = kirim.addOrganization({ name: SECOND_ORGANIZATION, created_at: at(4000 * HOUR) });
  toko.addKey({ label: 'Kasir', secret: SECOND_API_KEY, created_at: at(4001 * HOUR) });
  addOverTime(toko, [
    { name: 'VIP', color: 'violet' },
    { name: 'Pesanan Baru', color: 'sky' },
    { name: 'Antar Sore', color: 'orange' },
    { name: 'Utang', color: 'red' },
    { name: 'Lunas', color: 'green' },
  ]);
  addAudience(toko);
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
