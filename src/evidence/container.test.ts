import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { EvidenceRefused } from '../errors.ts'
import { pack, unpack } from './container.ts'

const files = new Map([
  ['manifest.json', '{"a":1}'],
  ['storyboards/one%2Ftwo.json', `{"text":"${'x'.repeat(500)}"}`],
  ['report.json', JSON.stringify(Array.from({ length: 300 }, (_, i) => ({ id: i, text: `line ${i}` })))],
])

it('packs the same files into the same bytes, in whatever order they are given', () => {
  expect(pack(new Map([...files].reverse()))).toEqual(pack(files))
  expect(unpack(pack(files))).toEqual(new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))))
})

describe('what was changed is refused', () => {
  const whole = pack(files)

  it('for every single byte of it', () => {
    const unnoticed: number[] = []
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Uint8Array.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0x01
      if (isTaken(changed)) unnoticed.push(at)
    }
    expect(unnoticed).toEqual([])
  })

  it('wherever it was cut short, or something was added', () => {
    const lengths = [0, 1, 21, 22, 100, whole.length >> 1, whole.length - 22, whole.length - 1]
    expect(lengths.filter((length) => isTaken(whole.slice(0, length)))).toEqual([])
    expect(isTaken(Uint8Array.from([...whole, 0]))).toBe(false)
    expect(isTaken(Uint8Array.from([0, ...whole]))).toBe(false)
  })
})

describe('what this program never packs is refused', () => {
  it.each(['../x', '/etc/passwd', 'a/../b', '..', 'a/b/c', 'C:\\x', 'a/', ''])('the name %j', (name) => {
    expect(() => unpack(zipSync({ [name]: strToU8('x') }))).toThrow(EvidenceRefused)
  })

  it('more bytes than memory should hold, before they are unpacked', () => {
    const bomb = zipSync({ 'report.json': new Uint8Array(1024 * 1024) })
    const at = Buffer.from(bomb).lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    // The central directory claims what it likes.
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(at + 24, 0xf0000000, true)
    expect(() => unpack(bomb)).toThrow('it holds more than')
  })

  it('more files than evidence has', () => {
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`f${i}`, strToU8('')]))
    expect(() => unpack(zipSync(many, { level: 0 }))).toThrow('it holds more than 5000 files')
  })

  it('another file', () => {
    expect(() => unpack(strToU8('not a zip file'))).toThrow('it is no evidence bundle, or it was cut short or damaged')
    expect(() => unpack(zipSync({}))).toThrow('the file holds nothing')
  })
})

function isTaken(bytes: Uint8Array): boolean {
  try {
    unpack(bytes)
    return true
  } catch (error) {
    if (error instanceof EvidenceRefused) return false
    throw error
  }
}
