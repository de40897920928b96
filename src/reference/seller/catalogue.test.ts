import { describe, expect, it } from 'vitest'
import type { Json } from '../../model/json.ts'
import { seededProduct } from './catalogue.ts'
import type { Product } from './state.ts'

describe('the channels of a product that a test seeds', () => {
  const known: Product = { id: 'p', name: 'P', channels: ['ctv'], prices: [] }

  it.each<[Json | undefined, readonly string[]]>([
    [
      ['display', 'ctv'],
      ['display', 'ctv'],
    ],
    [['video'], ['olv']],
    [['telepathy', 'radio'], ['radio']],
    [['telepathy'], ['ctv']],
    [[1, null, {}], ['ctv']],
    [[], ['ctv']],
    [null, ['ctv']],
    ['radio', ['ctv']],
    [undefined, ['ctv']],
  ])('%j', (channels, due) => {
    const fixture = channels === undefined ? {} : { channels }
    expect(seededProduct('p', fixture, known).channels).toEqual(due)
  })

  it('are those of a display where nothing is known', () => {
    expect(seededProduct('p', {}, undefined).channels).toEqual(['display'])
  })
})
