import type { Evidence } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'

/**
 * Where the envelope's fields are: in the envelope that the payload was wrapped in, else beside the payload's own fields.
 * Undefined when the agent gave no AdCP payload.
 */
export function envelopeOf({ reply, payload }: Evidence): JsonObject | undefined {
  return reply.kind === 'task' ? (reply.envelope ?? payload) : undefined
}
