import { ApiFailure, CODES, type ErrorCode } from '../../src/sample/server/apiFailure';

/** The failure that belongs to a bare status, for a scripted fault. */
export function failureOfStatus(status: number, code: ErrorCode = codeOfStatus(status)): ApiFailure {
  return new ApiFailure(code, `Scripted ${status}.`);
}

function codeOfStatus(status: number): ErrorCode {
  if (status >= 500) return 'internal_error';
  if (status === 400) return 'invalid_request';
  if (status === 410) return 'resource_not_found';
  const codes = Object.keys(CODES) as ErrorCode[];
  return codes.find((code) => CODES[code][0] === status) ?? 'invalid_request';
}
