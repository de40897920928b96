import { expect, it } from 'vitest'
import { evidence, silence } from '../checks/evidence.fixture.ts'
import { extractTaskReply } from '../transport/index.ts'
import { contradictionIn } from './contradiction.ts'

const replying = (text: string) =>
  evidence(extractTaskReply({ structuredContent: { status: 'denied' }, content: [{ type: 'text', text }] }))

it('warns of a text that says otherwise', () => {
  const message = 'the text says otherwise than structuredContent at /status'
  expect(contradictionIn(replying('{"status":"approved"}'))).toEqual([
    {
      check: 'gov_reply',
      description: 'The parts of the reply agree',
      severity: 'advisory',
      requirements: [],
      outcome: {
        status: 'failed',
        message,
        pointer: '',
        expected: 'the same in every part of the reply',
        actual: message,
      },
    },
  ])
})

it.each(['{"status":"denied"}', 'Denied.', ''])('has nothing to say of %j', (text) => {
  expect(contradictionIn(replying(text))).toEqual([])
})

it('has nothing to say of a reply that is no result', () => {
  expect(contradictionIn(evidence(silence()))).toEqual([])
})
