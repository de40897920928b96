import type { Exchange, Reply } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { RunCounts, StepReport } from '../model/run-report.ts'
import type { ValidationResult } from '../model/verdict.ts'

type StepParts = Partial<StepReport> & Pick<StepReport, 'title' | 'line' | 'verdict'>

/** A step report; what is not given is empty. */
export function step(storyboard: string, phase: string, id: string, parts: StepParts): StepReport {
  return {
    address: `${storyboard}/${phase}/${id}`,
    storyboard,
    phase,
    id,
    task: 'check_governance',
    validations: [],
    changes: [],
    captured: [],
    durationMs: 12,
    ...parts,
  }
}

/** A required validation that names no requirement, unless told otherwise. */
export function validation(
  parts: Partial<ValidationResult> & Pick<ValidationResult, 'check' | 'outcome'>,
): ValidationResult {
  return { description: parts.check, severity: 'required', requirements: [], ...parts }
}

/** An exchange over MCP in which one HTTP request was answered. */
export function exchange(operation: string, payload: JsonObject, reply: Reply): Exchange {
  const url = 'http://127.0.0.1:3999/mcp'
  return {
    request: { transport: 'mcp', operation, url, payload },
    reply,
    startedAt: '2026-01-05T10:00:00.100Z',
    durationMs: 11.6,
    http: [
      {
        method: 'POST',
        url,
        requestBytes: 120,
        status: 200,
        headers: { 'content-type': 'application/json', 'x-planted': 'breadcrumb' },
        responseBytes: 300,
        startedAt: '2026-01-05T10:00:00.100Z',
        durationMs: 11,
      },
    ],
  }
}

/** A reply as MCP carries it: the payload as structured content, and again as JSON in text. */
export function taskReply(payload: JsonObject): Reply {
  return {
    kind: 'task',
    payload,
    isError: false,
    extraction: { path: 'structured_content' },
    raw: { structuredContent: payload, content: [{ type: 'text', text: JSON.stringify(payload) }] },
  }
}

/** The official schema of this name. */
export function schemaOf(name: string) {
  const id = `/schemas/3.0.6/governance/${name}.json`
  return { id, url: `https://adcontextprotocol.org${id}` }
}

/** Totals of a run in which nothing happened. */
export function noCounts(): RunCounts {
  const none = { passed: 0, failed: 0, blocked: 0, not_applicable: 0, errored: 0 }
  const noRows = { satisfied: 0, violated: 0, not_exercised: 0, not_applicable: 0 }
  return {
    storyboards: none,
    steps: none,
    validations: { passed: 0, failed: 0, warnings: 0, other: 0 },
    requirements: { ...noRows, must: noRows, should: noRows },
    calls: 0,
    httpRequests: 0,
  }
}
