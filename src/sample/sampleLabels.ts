import type { LabelColor } from './server/model';
import type { NewLabel, Organization } from './server/organization';

type NameAndColor = readonly [name: string, color: LabelColor];

/** The labels of the sample organization, for its two teams. One name is in both: names are unique per team only. */
export const SALES_LABELS: readonly NameAndColor[] = [
  ['VIP', 'amber'],
  ['Prospek Baru', 'sky'],
  ['Menunggu Pembayaran', 'orange'],
  ['Sudah Transfer ✅', 'green'],
  ['COD', 'yellow'],
  ['Reseller', 'violet'],
  ['Dropshipper', 'violet'],
  ['Grosir > 100 pcs', 'blue'],
  ['Promo Lebaran 🌙', 'emerald'],
  ['Promo 12.12', 'pink'],
  ['Flash Sale', 'red'],
  ['Minta Katalog', 'lime'],
  ['Nego Harga', 'orange'],
  ['Batal Pesan', 'gray'],
  ['Pelanggan Lama', 'teal'],
  ['Toko Surabaya', 'sky'],
  ['Toko Medan', 'sky'],
  ['Arisan Bu RT', 'pink'],
  ['Sampel Gratis *khusus* member', 'lime'],
  ['سوق الجملة', 'emerald'],
  ['批发客户', 'red'],
  ['Selesai', 'gray'],
];

export const SERVICE_LABELS: readonly NameAndColor[] = [
  ['Komplain 😡', 'red'],
  ['Retur & Refund', 'red'],
  ['Barang Rusak', 'orange'],
  ['Salah Kirim', 'amber'],
  ['Resi Belum Update 📦', 'yellow'],
  ['Paket Hilang', 'red'],
  ['Garansi', 'teal'],
  ['Tanya Ukuran', 'blue'],
  ['Tanya Ongkir', 'blue'],
  ['Hubungi Kembali Besok', 'lime'],
  ['Eskalasi ke Supervisor', 'violet'],
  ['Testimoni ⭐⭐⭐⭐⭐', 'yellow'],
  ['Bahasa Jawa (ꦧꦱꦗꦮ)', 'emerald'],
  ['日本語のお客様', 'sky'],
  ['Spam', 'gray'],
  ['Duplikat', 'gray'],
  ['Survei Kepuasan', 'green'],
  ['Menunggu konfirmasi gudang Cikarang sblm dikirim 🚚', 'amber'],
  ['Selesai', 'green'],
];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When the sample organization signed up, in milliseconds since 1970. */
export const SIGNED_UP = Date.parse('2025-03-03T01:15:00.000Z');

/** One label of each team in turn, so that no page of the list holds a single team. */
export function sampleLabels([sales = '', service = '']: readonly string[]): readonly NewLabel[] {
  const inTeam = (label: NameAndColor | undefined, team_id: string): NewLabel[] =>
    label ? [{ name: label[0], color: label[1], team_id }] : [];
  return SALES_LABELS.flatMap((label, index) => [...inTeam(label, sales), ...inTeam(SERVICE_LABELS[index], service)]);
}

/** Adds labels to an organization, one every few days after it signed up. */
export function addOverTime(organization: Organization, labels: readonly NewLabel[]): void {
  labels.forEach((label, index) => {
    const created = SIGNED_UP + 24 * HOUR_MS + index * (53 * HOUR_MS + 7 * MINUTE_MS);
    organization.addLabel({ ...label, created_at: new Date(created).toISOString() });
  });
}
