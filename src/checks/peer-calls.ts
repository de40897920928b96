import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import type { Evidence, Outcome } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { PeerSighting } from '../model/peer-request.ts'

/** Which calls at the hosted governance agent a check looks at. */
export interface PeerSelection {
  readonly tool?: string
  /** An earlier step: what has come since it was sent; without it, since this one was. */
  readonly since?: string
}

/** The JSON Schema of their keys. */
export const peerSelectionSchema: JsonObject = {
  tool: { type: 'string', minLength: 1 },
  since: { type: 'string', minLength: 1 },
}

export type PeerCallSighting = PeerSighting & { readonly tool: string; readonly arguments: JsonObject }

export const usualTool = 'check_governance'

/**
 * All requests that count, oldest first.
 * @throws AuthoringDefect when the storyboard hosts no agent, or the step `since` was not sent
 */
export function peerRequests({ since }: PeerSelection, evidence: Evidence): readonly PeerSighting[] {
  const { peer, step } = evidence
  if (peer === undefined || step === undefined)
    throw new AuthoringDefect('the storyboard does not say "hosts: governance_agent", so nothing can have come')
  const from = peer.begun.indexOf(since ?? step)
  if (from < 0) throw new AuthoringDefect(`the step ${since ?? step} was not sent, so nothing can have come since`)
  const steps = new Set(peer.begun.slice(from))
  return peer.requests.filter((one) => steps.has(one.step))
}

/** Those that call the tool. @throws as above */
export function peerCalls(selection: PeerSelection, evidence: Evidence): readonly PeerCallSighting[] {
  const tool = selection.tool ?? usualTool
  return peerRequests(selection, evidence).filter((one): one is PeerCallSighting => one.tool === tool)
}

/** @throws NotEvaluable when more came than was kept, so that nobody knows what is missing */
export function requireWhole({ peer }: Evidence): void {
  if (peer?.isCut)
    throw new NotEvaluable('unsupported', 'more requests came than are kept, so not all can be looked at')
}

/** For a rule about calls: why it has nothing to say. */
export function noCall({ tool = usualTool }: PeerSelection): Outcome {
  return { status: 'not_applicable', note: `no ${tool} reached the hosted governance agent` }
}

const shown = 5

/** What came, for whoever expected something else: calls and what is none first, then documents; what came again is counted. */
export function inWords(requests: readonly PeerSighting[]): Json {
  const isDocument = ({ tool, problem }: PeerSighting) => tool === undefined && problem === undefined
  const ordered = [...requests.filter((one) => !isDocument(one)), ...requests.filter(isDocument)]
  const counts = new Map<string, number>()
  for (const word of ordered.map(wordFor)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = [...counts].map(([word, count]) => (count > 1 ? `${word}, ${count} times` : word))
  return words.length > shown ? [...words.slice(0, shown), `and ${words.length - shown} more`] : words
}

function wordFor({ method, path, tool, problem, body }: PeerSighting): string {
  if (tool !== undefined) return tool
  return problem === undefined
    ? `${method} ${path}`
    : `${method} ${path}: ${problem} ${JSON.stringify(body.slice(0, 80))}`
}
