import { mergeConfig } from 'vitest/config';
import unit from '../unit/vitest.config';

/** The unit tests, without those of the stand-in and of the built bundle: the mutants are not in either. */
export default mergeConfig(unit, {
  test: { exclude: ['test/unit/kirim/**', 'test/unit/bundle.test.ts', 'test/unit/thirdParty.test.ts'] },
});
