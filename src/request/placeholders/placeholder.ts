import type { Json } from '../../model/json.ts'
import type { RequestChange } from '../../model/run-report.ts'
import type { Scope } from '../scope.ts'

export type Resolution =
  | {
      readonly status: 'resolved'
      readonly value: Json
      readonly kind: RequestChange['kind']
      /** The agent under test gave this value: it goes back as it came. */
      readonly fromAgent?: true
    }
  | { readonly status: 'unresolved'; readonly token: string; readonly why: string }

/** One syntax of placeholder. */
export interface Placeholder {
  readonly name: string
  /** Finds one token anywhere in a string; the first group is what `resolve` is given. */
  readonly pattern: RegExp
  resolve(inner: string, scope: Scope): Resolution
}

export function unresolved(token: string, why: string): Resolution {
  return { status: 'unresolved', token, why }
}
