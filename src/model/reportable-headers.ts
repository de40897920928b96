/** The response headers that are kept and reported; any other is dropped, not masked (runner-output-contract, security.response_headers). */
export const reportableHeaderNames: readonly string[] = [
  'content-type',
  'content-length',
  'content-encoding',
  'www-authenticate',
  'location',
  'retry-after',
  'x-request-id',
  'x-correlation-id',
]
