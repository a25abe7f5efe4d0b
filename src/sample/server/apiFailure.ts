/** Every documented code with its status and its type. The code of a 403 is not documented: the type's name stands in. */
export const CODES = {
  invalid_field_value: [400, 'invalid_request_error'],
  missing_required_field: [400, 'invalid_request_error'],
  invalid_limit: [400, 'invalid_request_error'],
  invalid_cursor: [400, 'invalid_request_error'],
  invalid_request: [400, 'invalid_request_error'],
  invalid_api_key: [401, 'authentication_error'],
  expired_api_key: [401, 'authentication_error'],
  permission_error: [403, 'permission_error'],
  resource_not_found: [404, 'not_found'],
  idempotency_in_progress: [409, 'conflict'],
  idempotency_key_reuse: [422, 'invalid_request_error'],
  rate_limit_exceeded: [429, 'rate_limit_error'],
  internal_error: [500, 'api_error'],
} as const;

export type ErrorCode = keyof typeof CODES;

/** A request that the API refuses. */
export class ApiFailure extends Error {
  readonly code: ErrorCode;
  readonly param: string | undefined;

  constructor(code: ErrorCode, message: string, param?: string) {
    super(message);
    this.code = code;
    this.param = param;
  }

  get status(): (typeof CODES)[ErrorCode][0] {
    return CODES[this.code][0];
  }

  /** The body of the answer: the documented error envelope. */
  toBody(request_id: string): object {
    const { code, message, param } = this;
    return { error: { type: CODES[code][1], code, message, ...(param === undefined ? {} : { param }), request_id } };
  }
}
