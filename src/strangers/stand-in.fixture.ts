import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { type SdkAgent, sdkAgent } from '../transport/sdk-agent.fixture.ts'
import { schemaShaped } from './schema-shaped.fixture.ts'

/** What a stand-in answers to any task: the result of the tool, as MCP has it. */
export type StandInAnswer = (task: string, args: JsonObject) => unknown

export interface StandInSchemas {
  /** The folder with manifest.json and the schemas of a release. */
  readonly folder: string
  readonly release: string
}

/** An agent that offers every task of a release and claims all there is to claim; what it answers is somebody else's choice. */
export function standIn(schemas: StandInSchemas, answer: StandInAnswer): Promise<SdkAgent> {
  const names = Object.keys(objectAt(read(schemas.folder, 'manifest.json'), 'tools'))
  const tools = names.map((name) => [name, (args: JsonObject) => answer(name, args)] as const)
  const capabilities = claimsOf(schemas)
  return sdkAgent({ ...Object.fromEntries(tools), get_adcp_capabilities: () => result(capabilities) }, true)
}

/** An error in AdCP's own words, with the given code. */
export function refusal(code: string): StandInAnswer {
  const payload = { adcp_error: { code, message: 'No.', recovery: 'correctable' } }
  return () => ({ ...result(payload), isError: true })
}

/** Seeds whatever it is asked to, and leaves all other tasks to another answer. */
export function seeding(answer: StandInAnswer): StandInAnswer {
  const seeded = result({ success: true, message: 'Done.' })
  return (task, args) => (task === 'comply_test_controller' ? seeded : answer(task, args))
}

/** A reply of the shape that the response schema of each task asks for, with nothing behind it. */
export function shapedRubbish({ folder, release }: StandInSchemas): StandInAnswer {
  const tools = objectAt(read(folder, 'manifest.json'), 'tools')
  const below = (ref: string) => read(folder, ref.replace(`/schemas/${release}/`, ''))
  return (task) => {
    const ref = objectAt(tools, task).response_schema
    return result(schemaShaped(typeof ref === 'string' ? below(ref) : {}, below))
  }
}

/** Each reply is wrong in another way: types that no schema allows, names that mean something to JavaScript, much text, tasks that never end. */
export function hostile(): StandInAnswer {
  let asked = 0
  return () => hostileReplies[asked++ % hostileReplies.length]
}

/** What a tool returns that knows nothing of AdCP. */
export function noise(): { content: { type: string; text: string }[] } {
  return { content: [{ type: 'text', text: 'null' }] }
}

export function result(payload: Json): { content: { type: string; text: string }[]; structuredContent: Json } {
  return { content: [{ type: 'text', text: JSON.stringify(payload) }], structuredContent: payload }
}

/** Every claim that the capability schema of the release knows; none that leads to places outside this machine. */
function claimsOf({ folder, release }: StandInSchemas): JsonObject {
  const { allOf: _envelope, ...schema } = read(folder, 'protocol/get-adcp-capabilities-response.json')
  const below = (ref: string) => read(folder, ref.replace(`/schemas/${release}/`, ''))
  const all = schemaShaped(schema, below, 'all') as JsonObject
  const { errors: _errors, identity: _identity, request_signing: _signing, creative, adcp, ...claims } = all
  const { supported_formats: _formats, ...creation } = isJsonObject(creative ?? null) ? (creative as JsonObject) : {}
  const line = release.replace(/\.\d+$/, '')
  const versions = {
    major_versions: [3],
    ...(line !== '3.0' && { supported_versions: [line], build_version: release }),
  }
  return {
    ...claims,
    ...(line !== '3.0' && { status: 'completed' }),
    creative: creation,
    adcp: { ...(adcp as JsonObject), ...versions },
    specialisms: read(folder, 'enums/specialism.json').enum ?? [],
    experimental_features: ['governance.campaign'],
  }
}

function read(folder: string, path: string): JsonObject {
  const value: unknown = JSON.parse(readFileSync(join(folder, path), 'utf8'))
  return isJsonObject(value) ? value : {}
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = object[key]
  return isJsonObject(value) ? value : {}
}

const hostileReplies = [
  result({ errors: null, context: [] }),
  result({ errors: {}, adcp_error: [] }),
  result({ errors: [null], status: 7 }),
  result({ adcp_error: 'x', status: 'submitted', task_id: 5 }),
  result({ products: 'x', media_buys: { length: 1e9 }, creatives: [[[]]], accounts: [null], pagination: 7 }),
  result(JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":{}},"toString":1,"hasOwnProperty":2}')),
  result({ media_buy_id: 'x'.repeat(100_000), packages: [null, 1, 'a'], status: '\u0000\ud800' }),
  result({ status: 'working', task_id: 't' }),
  result({ adcp_error: { code: 5, message: {} } }),
  { content: 7, structuredContent: [] },
  { content: [{ type: 'text', text: '{'.repeat(5_000) }] },
]
