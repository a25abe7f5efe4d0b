/**
 * VS Code’s secret storage could not be read or written, as with a keyring that is locked or missing.
 *
 * The error below it is not kept: it may contain anything. Its message is, without what looks like a key.
 */
export class SecretStorageError extends Error {
  override readonly name = 'SecretStorageError';

  constructor(cause: unknown) {
    super(String(cause).replace(/kdv_[\w-]+/g, '…'));
  }
}
