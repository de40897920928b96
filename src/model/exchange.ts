import type { Json, JsonObject } from './json.ts'

/** One task call as the runner asks for it. */
export interface Call {
  readonly task: string
  readonly arguments: JsonObject
}

/** What was really sent. */
export interface RequestRecord {
  readonly transport: 'mcp' | 'a2a' | 'http'
  /** The tool or skill that was invoked. */
  readonly operation: string
  readonly url: string
  /** The arguments as serialised on the wire. */
  readonly payload: JsonObject
  /** The A2A context that the message was bound to; absent when it opened one. */
  readonly contextId?: string
  /** Who made the call, when it was not this program's own client. */
  readonly via?: 'official-client'
}

/** One HTTP request beneath a call, as the recording fetch saw it. Only allow-listed response headers are kept. */
export interface HttpRecord {
  readonly method: string
  readonly url: string
  readonly requestBytes: number
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly responseBytes: number
  readonly startedAt: string
  readonly durationMs: number
  /** Why no complete response came. */
  readonly failure?: string
}

/** Which part of the transport's reply the AdCP payload was read from (runner-output-contract, extraction). */
export interface Extraction {
  readonly path: 'structured_content' | 'text_fallback' | 'error' | 'none'
  readonly note?: string
  /** What the agent said twice and differently: the part that was read holds, and a client that reads the other sees something else. */
  readonly contradiction?: string
}

/** An error in AdCP's own terms, wherever the agent put it. */
export interface AdcpError {
  readonly code?: string
  readonly message?: string
  readonly field?: string
  readonly details?: Json
  /** RFC 6901 pointer into the payload; undefined when the error is only in the transport's own words. */
  readonly pointer?: string
}

/** The agent answered the task. `error` is present when that answer is an error. */
export interface TaskReply {
  readonly kind: 'task'
  /** The AdCP payload; undefined when the reply carried no JSON object. */
  readonly payload: JsonObject | undefined
  /** The protocol envelope, when the payload was found wrapped in one. */
  readonly envelope?: JsonObject
  /** AdCP task status of a reply that is not final yet. */
  readonly interim?: 'submitted' | 'working' | 'input-required'
  /** What `Transport.poll` takes; present when the reply is not final and names its task. */
  readonly taskId?: string
  readonly isError: boolean
  /** What a task came to that was taken on at first: the agent was asked until it was done. */
  readonly followed?: true
  readonly error?: AdcpError
  readonly extraction: Extraction
  /** The transport's result as it came: for MCP { isError, structuredContent, content }, for A2A the Task or Message. */
  readonly raw: Json
}

/** The agent refused the call with a JSON-RPC error object. */
export interface RpcErrorReply {
  readonly kind: 'rpc_error'
  readonly code: number
  readonly message: string
  readonly error?: AdcpError
  readonly raw: Json
}

/** The endpoint answered with an HTTP error status instead of a protocol message. */
export interface HttpErrorReply {
  readonly kind: 'http_error'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The start of the body, as text. */
  readonly body: string
}

export type UnreachableCause =
  | 'refused'
  | 'dns'
  | 'tls'
  | 'timeout'
  | 'closed'
  | 'redirect'
  | 'too_large'
  | 'not_protocol'
  | 'interrupted'

/** Silence or noise: nothing that can be graded came back. */
export interface Unreachable {
  readonly kind: 'unreachable'
  readonly cause: UnreachableCause
  readonly message: string
}

/** A plain HTTP answer to a probe that is no task call, whatever its status. */
export interface HttpReply {
  readonly kind: 'http'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The body as JSON; undefined when it is none. */
  readonly payload: JsonObject | undefined
  /** The start of the body, as text. */
  readonly body: string
}

export type Reply = TaskReply | RpcErrorReply | HttpErrorReply | HttpReply | Unreachable

export interface Exchange {
  readonly request: RequestRecord
  readonly reply: Reply
  readonly startedAt: string
  readonly durationMs: number
  readonly http: readonly HttpRecord[]
  /** What the official client makes of the same reply; present when it was asked. */
  readonly secondOpinion?: SecondOpinion
}

/** What a buyer who uses the official client would have got for the reply that was graded. */
export interface SecondOpinion {
  readonly client: string
  readonly payload: 'equal' | 'lost' | 'altered' | 'threw'
  /** What became of it, when it is not equal. */
  readonly detail?: string
}

/** One open line to one agent. Never rejects for what the agent did. */
export interface Transport {
  call(call: Call): Promise<Exchange>
  /** Asks how a task that was not final is doing; takes the `taskId` of its reply. Its payload is as the agent gives it now. */
  poll?(taskId: string): Promise<Exchange>
  /** Ends the session politely; never rejects. */
  close(): Promise<void>
}
