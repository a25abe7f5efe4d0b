/**
 * Of what unit tests leave to chance: always the same, so that they are the same tests twice. Where `npm run test:fuzz` draws
 * another one, a failure prints it, and KIRIM_SEED brings it back.
 */
export const SEED = Number(process.env['KIRIM_SEED'] ?? 1);
