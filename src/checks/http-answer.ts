import type { Evidence } from '../model/check.ts'

/** The HTTP answer that a probe got, or that lies beneath a task call. */
export interface HttpAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** Undefined when no HTTP status was seen. */
export function httpAnswerOf({ reply, http }: Evidence): HttpAnswer | undefined {
  if (reply.kind === 'http' || reply.kind === 'http_error') return reply
  const last = http.findLast(({ status }) => status !== undefined)
  return last?.status === undefined ? undefined : { status: last.status, headers: last.headers ?? {} }
}
