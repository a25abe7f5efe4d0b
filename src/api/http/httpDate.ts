/** The three forms of RFC 9110 §5.6.7: today's, and the two that have to be read as well. */
const FORMS = [
  /^[A-Z][a-z]{2}, (?<day>\d{2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>[\d:]{8}) GMT$/,
  /^[A-Z][a-z]+day, (?<day>\d{2})-(?<month>[A-Z][a-z]{2})-(?<year>\d{2}) (?<time>[\d:]{8}) GMT$/,
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>[\d:]{8}) (?<year>\d{4})$/,
];

/** Reads an HTTP date, in milliseconds since 1970; NaN where it is none. Date.parse alone finds a date even in "-5". */
export function parseHttpDate(text: string): number {
  for (const form of FORMS) {
    const { day, month, year = '', time } = form.exec(text)?.groups ?? {};
    if (day !== undefined) {
      const century = year.length === 4 ? '' : year < '70' ? '20' : '19';
      return Date.parse(`${day.trim()} ${month} ${century}${year} ${time} GMT`);
    }
  }
  return NaN;
}
