import type { KirimClient, RequestOptions } from './client';
import { ApiError, type ApiErrorKind } from './errors';
import type { Me } from './schema';

/** What something that is not KirimChat's API with the labels gives for a list of them. */
const NO_LIST: ReadonlySet<ApiErrorKind> = new Set(['unreadable', 'redirected', 'incomplete']);

/**
 * Checks that a key opens the labels at the client's address: whose key it is. Undefined where `/me` does not tell; then the
 * labels are asked for, since what answers there may not be KirimChat at all.
 *
 * @throws ApiError, `wrongAddress` where neither of them is answered as KirimChat does; RequestCancelledError
 */
export async function checkKey(
  client: Pick<KirimClient, 'getMe' | 'listLabels'>,
  options: RequestOptions,
): Promise<Me | undefined> {
  try {
    const me = await client.getMe(options);
    if (me) {
      return me;
    }
  } catch (error) {
    if (!isStrange(error)) {
      throw error;
    }
  }
  try {
    await client.listLabels(options).next();
    return undefined;
  } catch (error) {
    throw isStrange(error) ? error.as('wrongAddress') : error;
  }
}

/** Something else has answered, and not because it is out of order for the moment. */
function isStrange(error: unknown): error is ApiError {
  return error instanceof ApiError && NO_LIST.has(error.kind) && (error.status ?? 0) < 500;
}
