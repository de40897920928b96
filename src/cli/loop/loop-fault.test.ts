import { expect, it } from 'vitest'
import { UsageError } from '../../errors.ts'
import { loopFaultNamed } from './loop-fault.ts'

it.each([
  ['approves-over-budget', 'governance'],
  ['never-asks-governance', 'sales'],
])('finds %s at %s', (id, agent) => {
  expect(loopFaultNamed(id)).toMatchObject({ agent, fault: { id } })
})

it('finds none where none is named', () => {
  expect(loopFaultNamed(undefined)).toBeUndefined()
})

it('names what is near', () => {
  expect(() => loopFaultNamed('never-asks-governanc')).toThrow(UsageError)
  expect(() => loopFaultNamed('never-asks-governanc')).toThrow('did you mean "never-asks-governance"?')
})
