import { describe, expect, it } from 'vitest'
import { EventDecoder } from './event-decoder.ts'

function decode(chunks: readonly Uint8Array[]): readonly string[] {
  const decoder = new EventDecoder()
  return chunks.flatMap((chunk) => decoder.push(chunk))
}

const bytes = (text: string) => Buffer.from(text)

describe('messages of an event stream', () => {
  it.each<[string, readonly string[]]>([
    ['data: a\n\n', ['a']],
    ['data:a\n\ndata:  b\n\n', ['a', ' b']],
    ['data: a\r\n\r\ndata: b\r\rdata: c\n\n', ['a', 'b', 'c']],
    ['data: a\ndata: b\ndata\n\n', ['a\nb\n']],
    [': comment\nid: 1\nretry: 5\nunknown: x\ndata: a\n\n', ['a']],
    ['event: message\ndata: a\n\n', ['a']],
    ['event: other\ndata: a\n\ndata: b\n\n', ['b']],
    ['\n\n\nid: 1\n\n', []],
    ['data: never ended\n', []],
    ['\uFEFFdata: a\n\n', ['a']],
  ])('%j', (text, messages) => {
    expect(decode([bytes(text)])).toEqual(messages)
  })

  it('are the same however the stream is cut', () => {
    const stream = bytes('data: é😀\r\ndata: b\r\n\r\nevent: message\rdata: c\r\r')
    const whole = decode([stream])
    expect(whole).toEqual(['é😀\nb', 'c'])
    for (let at = 0; at <= stream.length; at += 1) {
      expect(decode([stream.subarray(0, at), stream.subarray(at)])).toEqual(whole)
    }
    expect(decode([...stream].map((byte) => Uint8Array.of(byte)))).toEqual(whole)
  })

  it('takes a long line in small pieces in linear time', () => {
    const pieces = Array.from({ length: 40_000 }, () => bytes('x'.repeat(100)))
    const before = performance.now()
    expect(decode([bytes('data: '), ...pieces, bytes('\n\n')])[0]).toHaveLength(4_000_000)
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})
