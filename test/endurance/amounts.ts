/** The mode that npm run test:endurance:quick asks for. */
const isQuick = process.env['KIRIM_SUITE_MODE'] === 'quick';

/** Rounds that are measured; all are alike. */
export const ROUNDS = isQuick ? 3 : 10;
/** Sittings of a round: a multiple of the kinds that there are. */
export const SITTINGS = isQuick ? 4 : 20;
/** What is done in each sitting, after one sign-in. */
export const REFRESHES = 25;
export const DELETIONS = 10;
