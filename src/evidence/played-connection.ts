import { AgentUnavailable } from '../errors.ts'
import type { Call, Exchange, Transport } from '../model/exchange.ts'
import type { Speaker } from '../model/speaker.ts'
import type { Connection } from '../run/connection.ts'
import type { PlainConnection } from '../run/plain-connection.ts'
import { nameOf, type Refusal } from './journal.ts'
import { type JournalReader, sameJson } from './journal-reader.ts'

/** A connection that answers from a record. What the record does not hold is unavailable, never made up. */
export function playedConnection(reader: JournalReader, secrets: readonly string[]): Connection {
  const { url, agents, defaultAgent } = reader.journal.stage
  const each = agents && Object.entries(agents).map(([key, at]) => [key, oneOf(reader, secrets, at, key)] as const)
  return {
    ...oneOf(reader, secrets, url),
    ...(each && { agents: new Map(each) }),
    ...(defaultAgent !== undefined && { defaultAgent }),
  }
}

function oneOf(reader: JournalReader, secrets: readonly string[], url: string, key?: string): Connection {
  const { principals, plain } = reader.journal.stage
  return {
    url,
    principals: new Set(principals),
    secrets,
    async probe() {
      const told = reader.take('probe', ({ agent }) => agent === key)
      if (told && 'found' in told) return told.found
      throw told ? unavailable(told.refused) : unknown(reader, url, 'the first contact')
    },
    async open(speaker) {
      const told = reader.take('open', (one) => sameJson(one.speaker, nameOf(speaker)))
      if (told) throw unavailable(told.refused)
      return lineOf(reader, speaker, url)
    },
    async keys(question) {
      const told = reader.find('keys', (one) => one.agent === key && sameJson(one.question, question))
      if (told) return told.answer
      throw unknown(reader, url, 'what the agent publishes')
    },
    ...(plain && { plain: playedPlain(reader, url) }),
  }
}

function lineOf(reader: JournalReader, speaker: Speaker, url: string): Transport {
  const name = nameOf(speaker)
  return {
    async call(call): Promise<Exchange> {
      const told = reader.take('call', (one) => sameJson(one.speaker, name) && isSameCall(one.call, call))
      if (told && isCutOff(told.exchange)) reader.cutOff()
      if (told) return told.exchange
      throw unknown(reader, url, `a call of ${call.task} with these arguments`)
    },
    async poll(taskId) {
      const told = reader.take('poll', (one) => one.taskId === taskId)
      if (told) return told.exchange
      throw unknown(reader, url, `how the task ${taskId} is doing`)
    },
    close: async () => {},
  }
}

function isCutOff({ reply }: Exchange): boolean {
  return reply.kind === 'unreachable' && reply.cause === 'interrupted'
}

function isSameCall(one: Call, other: Call): boolean {
  return one.task === other.task && sameJson(one.arguments, other.arguments)
}

function playedPlain(reader: JournalReader, url: string): PlainConnection {
  return {
    async send({ method = 'GET', url: asked }) {
      const told = reader.take('send', ({ request }) => request.method === method && request.url === asked)
      if (told) return told.answer
      throw unknown(reader, url, `${method} ${asked}`)
    },
    async signingKeys(question) {
      const told =
        reader.take('signing_keys', (one) => sameJson(one.question, question)) ??
        reader.find('signing_keys', (one) => sameJson(one.question, question))
      if (told) return told.answer
      throw unknown(reader, url, 'the keys that the agent signs with')
    },
    credentials: async () => ({}),
  }
}

function unavailable({ url, why, remedy }: Refusal): AgentUnavailable {
  return new AgentUnavailable(url, why, remedy)
}

function unknown(reader: JournalReader, url: string, what: string): AgentUnavailable {
  reader.stray(what)
  return new AgentUnavailable(url, `the record does not hold ${what}`, 'Run against the agent itself to find out')
}
