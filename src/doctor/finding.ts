/** What an examination looks at, in its order. */
export type Area =
  | 'host name'
  | 'TLS'
  | 'clock'
  | 'credentials'
  | 'contact'
  | 'tools'
  | 'capabilities'
  | 'version'
  | 'claims'
  | 'sessions'
  | 'time'

export interface Finding {
  readonly area: Area
  /** `warn` may surprise somebody later; `bad` keeps a run from telling anything. */
  readonly level: 'ok' | 'warn' | 'bad'
  readonly what: string
  /** What to do about it; always there when it is not ok. */
  readonly remedy?: string
}

export function ok(area: Area, what: string): Finding {
  return { area, level: 'ok', what }
}

export function warn(area: Area, what: string, remedy: string): Finding {
  return { area, level: 'warn', what, remedy }
}

export function bad(area: Area, what: string, remedy: string): Finding {
  return { area, level: 'bad', what, remedy }
}
