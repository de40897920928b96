import type { PeerCallReport } from '../model/peer-request.ts'
import { compactJson, terminalSafe } from './terminal-safe.ts'

/** One request to the hosted governance agent in one line. */
export function peerCallInWords(call: PeerCallReport, max = 300): string {
  const { method, path, tool, arguments: given, governanceContextHash, body, problem, beforeAnswer, presented } = call
  const what =
    problem === undefined
      ? [tool ?? `${method} ${terminalSafe(path, 200)}`, given && compactJson(given, max)]
      : [`${method} ${terminalSafe(path, 200)}: ${problem}`, body && terminalSafe(body, max)]
  const notes = [
    governanceContextHash && `governance_context ${governanceContextHash.slice(0, 23)}…`,
    tool !== undefined &&
      presented !== 'expected' &&
      `presented: ${presented === 'none' ? 'no credential' : 'another credential'}`,
    !beforeAnswer && 'after the answer',
  ]
  return [...what, ...notes].filter(Boolean).join('   ')
}
