import { readPath } from '../json/path.ts'
import type { Json } from '../model/json.ts'
import type { TestKit } from '../model/test-kit.ts'
import type { RunContext } from './run-context.ts'

/** A principal speaks with the credentials that the run was given for it, or with those of the test kit. */
export function isKnownPrincipal(name: string, run: Pick<RunContext, 'principals'>, kit: TestKit | undefined): boolean {
  return run.principals.has(name) || kitCredential(name, kit) !== undefined
}

/** `auth.principals.<name>.api_key` of the test kit, as headers. */
export function kitCredential(name: string, kit: TestKit | undefined): { readonly Authorization: string } | undefined {
  const key = kit === undefined ? undefined : readPath({ ...kit } as Json, `auth.principals.${name}.api_key`)
  return typeof key === 'string' && key !== '' ? { Authorization: `Bearer ${key}` } : undefined
}
