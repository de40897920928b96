import { expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import { allOf } from './all-of.ts'

const cannot = (words: string) => () => Promise.reject(new UsageError(words))

it('does all, one after the other', async () => {
  const done: number[] = []
  await allOf([1, 2, 3].map((number) => async () => done.push(number)))
  expect(done).toEqual([1, 2, 3])
})

it('goes on after one that cannot be done, and tells all of those in the end', async () => {
  const done: number[] = []
  const all = allOf([cannot('a'), async () => done.push(1), cannot('b')])
  await expect(all).rejects.toEqual(new UsageError('a\nb'))
  expect(done).toEqual([1])
})

it('hides no bug behind what people can mend', async () => {
  const bug = new TypeError('x')
  await expect(allOf([cannot('a'), () => Promise.reject(bug)])).rejects.toBe(bug)
})
