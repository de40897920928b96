import type { AdcpError } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'
import { interimStatus, isBare } from './envelope.ts'

/** What a tool result holds that may speak of an error. */
export interface ErrorSources {
  readonly payload: JsonObject | undefined
  readonly envelope?: JsonObject
  readonly isError: boolean
  /** The first text that is not JSON, for agents that put the error in words only. */
  readonly text?: string
}

const codeInText = /^([A-Z][A-Z0-9_]{2,}):\s/
const unsuccessful = new Set<Json | undefined>(['failed', 'rejected'])

/**
 * The AdCP error of a reply; undefined when the reply is a success (error-compliance, levels 1 to 3).
 * An `errors` list beside a result holds warnings, and a `code` beside a result is the task's own.
 */
export function readAdcpError(sources: ErrorSources): AdcpError | undefined {
  const { payload, envelope, isError, text } = sources
  return (
    errorAt(payload?.adcp_error, '/adcp_error') ??
    errorAt(envelope?.adcp_error) ??
    firstOfErrors(sources) ??
    (isError ? (errorAt(payload?.error, '/error') ?? errorInWords(text)) : undefined)
  )
}

/** The AdCP error in a JSON-RPC error's `data`: under `adcp_error`, or the data itself when it has a code. */
export function readRpcErrorData(data: Json | undefined): AdcpError | undefined {
  if (!isJsonObject(data)) return undefined
  return errorAt(data.adcp_error) ?? (typeof data.code === 'string' ? errorAt(data) : undefined)
}

function firstOfErrors(sources: ErrorSources): AdcpError | undefined {
  const { payload } = sources
  const first = Array.isArray(payload?.errors) ? (payload.errors as readonly Json[])[0] : undefined
  if (!isJsonObject(first) || typeof first.code !== 'string' || !meansFailure(sources)) return undefined
  return errorAt(first, '/errors/0')
}

function meansFailure({ payload = {}, envelope, isError }: ErrorSources): boolean {
  if (isError) return true
  // A task that was only accepted may carry advisory errors.
  if (interimStatus({ payload, ...(envelope && { envelope }) })) return false
  return unsuccessful.has((envelope ?? payload).status) || isBare(payload)
}

function errorAt(value: Json | undefined, pointer?: string): AdcpError | undefined {
  if (!isJsonObject(value)) return undefined
  const { code, message, field, details } = value
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof message === 'string' && { message }),
    ...(typeof field === 'string' && { field }),
    ...(details !== undefined && { details }),
    ...(pointer !== undefined && { pointer }),
  }
}

function errorInWords(text: string | undefined): AdcpError {
  const code = text === undefined ? undefined : codeInText.exec(text)?.[1]
  return { ...(code !== undefined && { code }), ...(text !== undefined && { message: text }) }
}
