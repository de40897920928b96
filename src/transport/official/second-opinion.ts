import { equalJson } from '../../json/equal.ts'
import type { Call, Reply, SecondOpinion } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { isJsonObject } from '../../model/json.ts'
import { parseJson } from '../parse-json.ts'
import { quoted } from '../visit.ts'
import { type OfficialClient, officialClient, officialClientName } from './client.ts'
import { throughRelay } from './relay.ts'
import { a2aReplay, mcpReplay } from './replay.ts'

/** What a line of this program heard. */
export interface Heard {
  readonly protocol: 'mcp' | 'a2a'
  readonly call: Call
  /** The JSON-RPC message that held the answer, as it came. */
  readonly message: JsonObject
  readonly reply: Reply
}

/** The replay answers at once; a client that has not made up its mind by then, in milliseconds, never will. */
const patienceMs = 5_000

/** Has the official client read the very message that was graded, from a server of ours: nothing more is sent to the agent. */
export async function secondOpinion(heard: Heard): Promise<SecondOpinion> {
  const library = await officialClient()
  const got = await rehear(heard, library)
  const client = officialClientName
  return { client, ...findingOf(heard.reply, got) }
}

/** `unread` is what the client threw over a reply that it had handed over as it came. */
type Got = { readonly value: Json | undefined } | { readonly threw: string } | { readonly unread: string }
type Finding = Omit<SecondOpinion, 'client'>

async function rehear(heard: Heard, library: OfficialClient): Promise<Got> {
  let response: unknown
  try {
    response = await ask(heard, library)
  } catch (error) {
    return { threw: wordsOf(error) }
  }
  try {
    const value = library.unwrapProtocolResponse(response, undefined, heard.protocol) as Json | undefined
    return { value: value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Json) }
  } catch (error) {
    return { unread: wordsOf(error) }
  }
}

function ask({ protocol, call, message }: Heard, library: OfficialClient): Promise<unknown> {
  const { task, arguments: args } = call
  const replay = protocol === 'mcp' ? mcpReplay(message) : a2aReplay(message)
  return throughRelay(replay, (url) =>
    inTime(
      protocol === 'mcp'
        ? library.callMCPTool(`${url}/mcp`, task, { ...args }, undefined, [], {})
        : library.callA2ATool(url, task, { ...args }, undefined, [], undefined, {}),
    ),
  )
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs / 1000} s`)), patienceMs)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

function findingOf(reply: Reply, got: Got): Finding {
  if ('threw' in got) return afterThrow(reply, got.threw)
  if ('unread' in got)
    return { payload: 'threw', detail: `the client hands over the reply unread: ${quoted(got.unread)}` }
  return comparison(reply, got.value)
}

/** The client throws for an error by design; what matters then is whether the buyer still learns which. */
function afterThrow(reply: Reply, threw: string): Finding {
  const error = reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error : undefined
  const words = isJsonObject(parseJson(threw))
    ? 'the client throws the text of the reply'
    : `the client throws ${quoted(threw)}`
  const code = error?.code
  if (code === undefined || threw.includes(code)) return { payload: 'threw', detail: words }
  return { payload: 'lost', detail: `${words}; the error code ${code.slice(0, 64)} is lost` }
}

function comparison(reply: Reply, value: Json | undefined): Finding {
  if (reply.kind !== 'task') return { payload: 'altered', detail: 'the client takes the error for a result' }
  const said = isJsonObject(value) ? withoutMessage(value) : value
  if (equalJson(said, reply.payload) || (reply.envelope && equalJson(said, reply.envelope))) return { payload: 'equal' }
  if (reply.payload === undefined)
    return isEmptyHanded(said)
      ? { payload: 'equal' }
      : { payload: 'altered', detail: 'the client finds a payload where AdCP has none' }
  if (isEmptyHanded(said)) return { payload: 'lost', detail: 'the client finds no payload in the reply' }
  return {
    payload: 'altered',
    detail: `the client hands over another payload, from ${difference(reply.payload, said)} on`,
  }
}

/** The client puts the texts of a reply beside its payload. */
function withoutMessage({ _message, ...payload }: JsonObject): JsonObject {
  return payload
}

const clientsOwnCodes: readonly (Json | undefined)[] = ['invalid_response', 'mcp_error', 'unknown']

/** Nothing, or an error of the client's own making. */
function isEmptyHanded(value: Json | undefined): boolean {
  if (!isJsonObject(value)) return true
  const [first] = Array.isArray(value.errors) ? (value.errors as readonly Json[]) : []
  return isJsonObject(first) && clientsOwnCodes.includes(first.code)
}

/** The pointer to the first member of the reply that came out otherwise. */
function difference(ours: JsonObject, theirs: Json | undefined): string {
  const other = isJsonObject(theirs) ? theirs : {}
  const key = [...Object.keys(ours), ...Object.keys(other)].find((name) => !equalJson(ours[name], other[name]))
  return `/${(key ?? '').slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1')}`
}
