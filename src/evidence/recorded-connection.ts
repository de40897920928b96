import { createHash } from 'node:crypto'
import { AgentUnavailable } from '../errors.ts'
import type { Exchange, Transport } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import type { Speaker } from '../model/speaker.ts'
import type { Connection } from '../run/connection.ts'
import type { PlainConnection } from '../run/plain-connection.ts'
import { type Heard, nameOf, type Refusal } from './journal.ts'
import type { JournalWriter } from './journal-writer.ts'

/** The same connection; whatever is asked over it is written down with its answer. `key` is its own in a run against several agents. */
export function recordedConnection(connection: Connection, journal: JournalWriter, key?: string): Connection {
  const { agents, plain, ...own } = connection
  const agent = key === undefined ? {} : { agent: key }
  const each = agents && [...agents].map(([name, one]) => [name, recordedConnection(one, journal, name)] as const)
  return {
    ...own,
    get secrets() {
      return connection.secrets
    },
    async probe(schemas, signal) {
      journal.watch(signal)
      const note = journal.begin()
      try {
        const found = await connection.probe(schemas, signal)
        note({ kind: 'probe', ...agent, found }, bytesOf(found.capabilitiesExchange))
        return found
      } catch (error) {
        if (error instanceof AgentUnavailable) note({ kind: 'probe', ...agent, refused: refusalOf(error) })
        throw error
      }
    },
    open: (speaker, signal) => openRecorded(connection, speaker, signal, journal),
    async keys(question, signal) {
      const note = journal.begin()
      const answer = await connection.keys(question, signal)
      note({ kind: 'keys', ...agent, question: asJson(question), answer })
      return answer
    },
    ...(plain && { plain: recordedPlain(plain, journal) }),
    ...(each && { agents: new Map(each) }),
  }
}

async function openRecorded(
  connection: Connection,
  speaker: Speaker,
  signal: AbortSignal,
  journal: JournalWriter,
): Promise<Transport> {
  const note = journal.begin()
  try {
    return recordedLine(await connection.open(speaker, signal), speaker, journal)
  } catch (error) {
    if (error instanceof AgentUnavailable) note({ kind: 'open', speaker: nameOf(speaker), refused: refusalOf(error) })
    throw error
  }
}

function recordedLine(line: Transport, speaker: Speaker, journal: JournalWriter): Transport {
  const { poll } = line
  return {
    async call(call) {
      const note = journal.begin()
      const exchange = await line.call(call)
      note({ kind: 'call', speaker: nameOf(speaker), call, ...heard(exchange) }, bytesOf(exchange))
      return exchange
    },
    ...(poll && {
      async poll(taskId) {
        const note = journal.begin()
        const exchange = await poll.call(line, taskId)
        note({ kind: 'poll', taskId, ...heard(exchange) }, bytesOf(exchange))
        return exchange
      },
    }),
    close: () => line.close(),
  }
}

function recordedPlain(plain: PlainConnection, journal: JournalWriter): PlainConnection {
  return {
    async send(request, signal) {
      const note = journal.begin()
      const answer = await plain.send(request, signal)
      const name = { method: request.method ?? 'GET', url: request.url }
      note({ kind: 'send', request: name, answer }, 'text' in answer ? answer.text.length : 0)
      return answer
    },
    async signingKeys(question, signal) {
      const note = journal.begin()
      const answer = await plain.signingKeys(question, signal)
      note({ kind: 'signing_keys', question: asJson(question), answer })
      return answer
    },
    credentials: (signal) => plain.credentials(signal),
  }
}

function heard(exchange: Exchange): Heard {
  return { exchange, sha256: exchangeDigest(exchange) }
}

/** SHA-256, in hex, of an exchange as it is written. */
export function exchangeDigest(exchange: Exchange): string {
  return createHash('sha256').update(JSON.stringify(exchange)).digest('hex')
}

function bytesOf(exchange: Exchange | undefined): number {
  return (exchange?.http ?? []).reduce((sum, { responseBytes, requestBytes }) => sum + responseBytes + requestBytes, 0)
}

function refusalOf({ url, why, remedy }: AgentUnavailable): Refusal {
  return { url, why, remedy }
}

function asJson(question: object): Json {
  return JSON.parse(JSON.stringify(question)) as Json
}
