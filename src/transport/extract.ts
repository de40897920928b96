import { equalJson } from '../json/equal.ts'
import type { Extraction, TaskReply } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'
import { readAdcpError } from './adcp-error.ts'
import type { Unwrapped } from './envelope.ts'
import { interimStatus, isBare, unwrap } from './envelope.ts'
import { parseJson } from './parse-json.ts'

/**
 * Reads the AdCP reply out of an MCP tool result (runner-output-contract, extraction): structuredContent wins over the
 * first text block that is a JSON object. Takes a malformed result for what is there; never throws.
 */
export function extractTaskReply(result: Json): TaskReply {
  const fields = isJsonObject(result) ? result : {}
  const isError = fields.isError === true
  const texts = textBlocks(fields.content)
  const found = findPayload(fields.structuredContent, texts)
  const unwrapped = found.object && unwrap(found.object)
  const interim = unwrapped && !isError ? interimStatus(unwrapped) : undefined
  const words = texts.find((text) => !parseObject(text))
  const error = readAdcpError({
    payload: undefined,
    ...unwrapped,
    isError,
    ...(words !== undefined && { text: words }),
  })
  return {
    kind: 'task',
    payload: unwrapped?.payload,
    ...(unwrapped?.envelope && { envelope: unwrapped.envelope }),
    ...(interim && { interim, ...(unwrapped && taskIdOf(unwrapped)) }),
    isError,
    ...(error && { error }),
    extraction: { ...describe(found, unwrapped?.envelope), ...contradictionIn(found, texts) },
    raw: isJsonObject(result) ? rawParts(result) : result,
  }
}

interface Found {
  readonly path: 'structured_content' | 'text_fallback' | 'none'
  readonly object?: JsonObject
}

function findPayload(structured: Json | undefined, texts: readonly string[]): Found {
  if (isJsonObject(structured)) return { path: 'structured_content', object: structured }
  for (const text of texts) {
    const object = parseObject(text)
    if (object) return { path: 'text_fallback', object }
  }
  return { path: 'none' }
}

function describe(found: Found, envelope: JsonObject | undefined): Extraction {
  const { path, object } = found
  if (object && isJsonObject(object.adcp_error) && isBare(object)) {
    const where = path === 'structured_content' ? 'structuredContent' : 'the text'
    return { path: 'error', note: `${where} holds adcp_error and no result` }
  }
  return envelope ? { path, note: 'the payload was taken out of a protocol envelope' } : { path }
}

/** The task that goes on, in the words of AdCP; the envelope's name for it comes first. */
export function taskIdOf({ payload, envelope }: Unwrapped): { readonly taskId?: string } {
  const id = envelope?.task_id ?? payload.task_id
  return typeof id === 'string' ? { taskId: id } : {}
}

/** The text that should repeat structuredContent may say less, but not otherwise: some clients read only the text. */
function contradictionIn({ path, object }: Found, texts: readonly string[]): { readonly contradiction?: string } {
  if (path !== 'structured_content' || !object) return {}
  const said = texts.map(parseObject).find((value) => value !== undefined)
  const key =
    said && Object.keys(said).find((name) => Object.hasOwn(object, name) && !equalJson(object[name], said[name]))
  return key === undefined
    ? {}
    : { contradiction: `the text says otherwise than structuredContent at ${pointerTo(key)}` }
}

function pointerTo(key: string): string {
  return `/${key.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function textBlocks(content: Json | undefined): readonly string[] {
  if (!Array.isArray(content)) return []
  return (content as readonly Json[]).flatMap((block) =>
    isJsonObject(block) && block.type === 'text' && typeof block.text === 'string' ? [block.text] : [],
  )
}

function parseObject(text: string): JsonObject | undefined {
  const value = parseJson(text)
  return isJsonObject(value) ? value : undefined
}

function rawParts(result: JsonObject): JsonObject {
  const kept = ['isError', 'structuredContent', 'content'].filter((key) => Object.hasOwn(result, key))
  return Object.fromEntries(kept.map((key) => [key, result[key] as Json]))
}
