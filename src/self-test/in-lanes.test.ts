import { expect, it } from 'vitest'
import { inLanes } from './in-lanes.ts'

/** Work whose items end when they are told to, in whatever order. */
function held() {
  const ends = new Map<string, () => void>()
  const begun: string[] = []
  return {
    begun,
    async work(item: string): Promise<string> {
      begun.push(item)
      await new Promise<void>((end) => ends.set(item, end))
      return item.toUpperCase()
    },
    async end(item: string): Promise<void> {
      ends.get(item)?.()
      await new Promise(setImmediate)
    },
  }
}

it('begins as many as there are lanes, and the next when one is through; the results keep the order of the items', async () => {
  const { begun, work, end } = held()
  const results = inLanes(2, ['a', 'b', 'c'], work)
  expect(begun).toEqual(['a', 'b'])
  await end('b')
  expect(begun).toEqual(['a', 'b', 'c'])
  await end('c')
  await end('a')
  expect(await results).toEqual(['A', 'B', 'C'])
})

it('does one after the other in one lane', async () => {
  const { begun, work, end } = held()
  const results = inLanes(1, ['a', 'b'], work)
  expect(begun).toEqual(['a'])
  await end('a')
  await end('b')
  expect(await results).toEqual(['A', 'B'])
})

it('has nothing to do without items', async () => {
  expect(await inLanes(3, [], async () => 1)).toEqual([])
})

it('rejects with what an item failed with', async () => {
  const failing = inLanes(2, ['a', 'b'], async (item) => {
    if (item === 'b') throw new Error('no b')
    return item
  })
  await expect(failing).rejects.toThrow('no b')
})
