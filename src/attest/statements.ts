import { sha256 as digestOf } from '../evidence/container.ts'
import type { Bundle } from '../evidence/open-bundle.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'

export const statementType = 'https://in-toto.io/Statement/v1'
export const testResultType = 'https://in-toto.io/attestation/test-result/v0.1'
export const verificationResultType = 'https://in-toto.io/attestation/svr/v0.1'

/**
 * What can be said of a bundle in in-toto's words: how the run came out, requirement by requirement, and, for one that is
 * conformant to a profile with its published test kits, which properties are verified. Source: in-toto attestation, predicates test-result and svr, v0.1.
 */
export function statementsOf(bundle: Bundle, now: number): readonly JsonObject[] {
  const result = statement(bundle, testResultType, testResult(bundle))
  const { run, manner } = bundle.manifest
  const { verdict, scope } = run
  if (verdict !== 'conformant' || scope.kind !== 'profile' || manner.test_kit !== undefined) return [result]
  return [result, statement(bundle, verificationResultType, verificationResult(bundle, scope.id, now))]
}

function statement({ manifest, sha256 }: Bundle, predicateType: string, predicate: JsonObject): JsonObject {
  const subject = { name: `evidence of run ${manifest.run.id}`, digest: { sha256 } }
  return { _type: statementType, subject: [subject], predicateType, predicate }
}

function testResult(bundle: Bundle): JsonObject {
  const failedTests = requirements(bundle, 'violated', false)
  const warnedTests = requirements(bundle, 'violated', true)
  const passedTests = [...requirements(bundle, 'satisfied', false), ...requirements(bundle, 'satisfied', true)]
  const failed = bundle.manifest.run.verdict !== 'conformant'
  return {
    result: failed ? 'FAILED' : warnedTests.length > 0 ? 'WARNED' : 'PASSED',
    configuration: configuration(bundle),
    passedTests,
    warnedTests,
    failedTests,
  }
}

function configuration({ manifest, scope: rules }: Bundle): Json {
  const { scope } = manifest.run
  const { release, sha256 } = manifest.schemas
  return [
    ...(scope.kind === 'selection' ? [] : [{ name: scope.id, digest: { sha256: scope.digest } }]),
    { name: `JSON Schemas of AdCP ${release}`, digest: { sha256 } },
    ...(manifest.manner.test_kit === undefined
      ? []
      : [{ name: 'test kit of the operator', digest: { sha256: digestOf(JSON.stringify(rules.kits)) } }]),
  ]
}

/** Ids of the requirements with this status; a SHOULD is recommended, and decides nothing. */
function requirements({ report }: Bundle, status: string, recommended: boolean): readonly string[] {
  const rows = Array.isArray(report.requirements) ? (report.requirements as readonly Json[]).filter(isJsonObject) : []
  return rows
    .filter((row) => row.status === status && (row.level === 'SHOULD') === recommended)
    .map(({ id }) => String(id))
}

function verificationResult({ manifest }: Bundle, scope: string, now: number): JsonObject {
  const { tool, run } = manifest
  return {
    verifier: { id: `pkg:npm/${tool.name}@${tool.version}` },
    timeCreated: new Date(now).toISOString(),
    properties: ['ADCP_GOV_COMPLY_CONFORMANT', `ADCP_GOV_COMPLY_SCOPE_${scope}`, `ADCP_${run.adcp.release}`],
  }
}
