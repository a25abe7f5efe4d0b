/** The stand-in KirimChat API: see `Kirim` for what it can do and `addSample` for what is in it. */
export { ManualClock, type Clock } from './clock';
export type { Fault, FaultMatch } from './faults/faults';
export { Gate } from './faults/gate';
export { Kirim, type KirimOptions } from './kirim';
export { listen, type Listening } from './listen';
export { LABEL_COLORS, type Label, type LabelColor } from '../../src/sample/server/model';
export type { Contact, Conversation } from './organization/audience';
export { endsTooEarly, ODD_RECORDS, withOddRecords } from './faults/oddAnswers';
export type { Organization } from './organization/organization';
export type { LoggedRequest } from './requestLog';
export {
  addSample,
  EMPTY_API_KEY,
  EMPTY_ORGANIZATION,
  EXPIRED_API_KEY,
  REVOKED_API_KEY,
  SAMPLE_API_KEY,
  SAMPLE_ORGANIZATION,
  SECOND_API_KEY,
  SECOND_ORGANIZATION,
} from './sample/sample';
export { LABEL_IDS, RATE_LIMIT_HEADERS, STORED_NAMES } from './faults/variations';
