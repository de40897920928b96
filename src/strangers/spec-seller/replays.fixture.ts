import { isDeepStrictEqual } from 'node:util'
import type { JsonObject } from '../../model/json.ts'
import type { Answer } from './mcp-server.fixture.ts'
import { refusal } from './replies.fixture.ts'

/** What was answered, by the key of the request; refusals are not kept. */
export class Replays {
  private readonly remembered = new Map<string, { args: JsonObject; answer: Promise<Answer> }>()

  async once(key: string, args: JsonObject, perform: () => Promise<Answer>): Promise<Answer> {
    if (key.endsWith('undefined'))
      return refusal('VALIDATION_ERROR', 'An idempotency key is needed.', 'idempotency_key')
    const known = this.remembered.get(key)
    if (known !== undefined && !isDeepStrictEqual(known.args, args))
      return refusal('IDEMPOTENCY_CONFLICT', 'This key came with another request.', 'idempotency_key')
    if (known !== undefined) {
      const { payload, ...more } = await known.answer
      return { ...more, payload: { ...payload, replayed: true } }
    }
    const answer = perform()
    this.remembered.set(key, { args, answer })
    if ((await answer).isError) this.remembered.delete(key)
    return await answer
  }
}
