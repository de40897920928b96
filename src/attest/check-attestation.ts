import type { KeyObject } from 'node:crypto'
import { EvidenceRefused } from '../errors.ts'
import type { Bundle } from '../evidence/open-bundle.ts'
import { equalJson } from '../json/equal.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { payloadType, unfinished } from './attest-bundle.ts'
import { type Envelope, openEnvelope } from './dsse.ts'
import { statementsOf, testResultType, verificationResultType } from './statements.ts'

/**
 * Takes an attestation for what it says of this bundle, when this key signed it. Returns the types of its predicates.
 * @throws EvidenceRefused when a line of it is not signed by the key, is of another bundle, or says something else than the bundle
 */
export function checkAttestation(text: string, bundle: Bundle, key: KeyObject): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) throw new EvidenceRefused('the attestation is empty')
  const why = unfinished(bundle)
  if (why !== undefined) throw new EvidenceRefused(`nothing can be attested: ${why}`)
  const types = lines.map((line, index) => checkLine(line, `line ${index + 1} of the attestation`, bundle, key))
  if (!types.includes(testResultType)) throw new EvidenceRefused('the attestation does not say how the run came out')
  return types
}

function checkLine(line: string, where: string, bundle: Bundle, key: KeyObject): string {
  const envelope = envelopeIn(line)
  if (!envelope) throw new EvidenceRefused(`${where} is no signed envelope`)
  const payload = openEnvelope(envelope, key)
  if (payload === undefined) throw new EvidenceRefused(`${where} is not signed by this key`)
  if (envelope.payloadType !== payloadType) throw new EvidenceRefused(`${where} holds no in-toto statement`)
  const statement = parsed(payload)
  if (!isJsonObject(statement)) throw new EvidenceRefused(`${where} holds no in-toto statement`)
  const [subject] = Array.isArray(statement.subject) ? (statement.subject as readonly Json[]) : []
  const digest = isJsonObject(subject) && isJsonObject(subject.digest) ? subject.digest.sha256 : undefined
  if (digest !== bundle.sha256) throw new EvidenceRefused(`${where} is of another bundle`)
  const wanted = statementsOf(bundle, timeOf(statement)).find((one) => one.predicateType === statement.predicateType)
  if (!wanted || !equalJson(statement, wanted))
    throw new EvidenceRefused(`${where} says something else than the bundle`)
  return String(statement.predicateType)
}

/** Only the time of signing is not in the bundle. */
function timeOf({ predicate, predicateType }: JsonObject): number {
  const time = predicateType === verificationResultType && isJsonObject(predicate) ? predicate.timeCreated : undefined
  const parsedTime = typeof time === 'string' ? Date.parse(time) : 0
  return Number.isNaN(parsedTime) ? 0 : parsedTime
}

function envelopeIn(line: string): Envelope | undefined {
  const value = parsed(line)
  // A member that stands there twice would be read by others as another.
  if (withoutSpace(JSON.stringify(value) ?? '') !== withoutSpace(line)) return undefined
  if (!isJsonObject(value) || typeof value.payload !== 'string' || typeof value.payloadType !== 'string')
    return undefined
  const signatures = Array.isArray(value.signatures) ? (value.signatures as readonly Json[]) : []
  const good = signatures.flatMap((one) => (isJsonObject(one) && typeof one.sig === 'string' ? [{ sig: one.sig }] : []))
  return { payload: value.payload, payloadType: value.payloadType, signatures: good }
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s/g, '')
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
