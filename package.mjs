// Packs the extension into kirim-labels.vsix: from the same files the same bytes, whenever, wherever and with whichever Node.
import { createRequire } from 'node:module';
import { createVSIX } from '@vscode/vsce';

// A ZIP archive has a time for each file, in the local time zone. This is the earliest that it can have.
process.env.TZ = 'UTC';
process.env.SOURCE_DATE_EPOCH = '315532800';

/** Where the repository is, if package.json says it: links of the README that lead nowhere else then lead there. */
const { repository } = createRequire(import.meta.url)('./package.json');

await createVSIX({
  packagePath: 'kirim-labels.vsix',
  // They are in the bundle.
  dependencies: false,
  allowMissingRepository: repository === undefined,
  rewriteRelativeLinks: repository !== undefined,
});
