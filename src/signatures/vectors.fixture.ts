import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { extract } from 'tar'
import type { JsonObject } from '../model/json.ts'
import type { SignedMessage } from './signed-message.ts'

export interface SigningVector {
  readonly id: string
  readonly name: string
  /** Unix seconds. */
  readonly reference_now: number
  readonly request: SignedMessage
  readonly verifier_capability?: {
    readonly supported: boolean
    readonly covers_content_digest: 'required' | 'forbidden' | 'either'
    readonly required_for: readonly string[]
    readonly protocol_methods_required_for?: readonly string[]
  }
  readonly jwks_ref?: readonly string[]
  readonly jwks_override?: JsonObject
  readonly test_harness_state?: JsonObject
  readonly expected_signature_base?: string
  readonly expected_outcome: { readonly success: boolean; readonly error_code?: string }
}

const sdk = dirname(createRequire(import.meta.url).resolve('@adcp/sdk/package.json'))
const own = join(sdk, 'compliance/cache/3.0.6/test-vectors')

/** Where the vectors of a release lie; those of 3.1.19 are unpacked from a bundle beside the repository, if it is there. */
export function vectorsOf(line: '3.0' | '3.1', bundle: string): string {
  if (line === '3.0') return own
  const folder = mkdtempSync(join(tmpdir(), 'signing-vectors-'))
  extract({ file: bundle, cwd: folder, sync: true, filter: (path) => path.includes('/compliance/test-vectors/') })
  const [release = ''] = readdirSync(folder)
  return join(folder, release, 'compliance/test-vectors')
}

export function readJson(file: string): JsonObject {
  return JSON.parse(readFileSync(file, 'utf8')) as JsonObject
}

/** All vectors of a folder, headers with lower-case names as a server sees them. */
export function signingVectors(folder: string): readonly SigningVector[] {
  return readdirSync(folder).map((file) => {
    const vector = readJson(join(folder, file)) as unknown as SigningVector
    const headers = Object.entries(vector.request.headers).map(([name, value]) => [name.toLowerCase(), value])
    return {
      ...vector,
      id: file.replace('.json', ''),
      request: { ...vector.request, headers: Object.fromEntries(headers) },
    }
  })
}
