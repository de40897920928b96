import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AuthoringError, UsageError } from '../errors.ts'
import { messageOf, scratchFile, scratchFolder } from './scratch-folder.fixture.ts'
import { readYaml } from './yaml-file.ts'

describe('a readable file', () => {
  it('gives JSON values', async () => {
    const file = await scratchFile('a: 1\nb: [x, "2", null, true]\nwhen: 2027-01-01T00:00:00Z\n')
    expect((await readYaml(file)).value).toEqual({ a: 1, b: ['x', '2', null, true], when: '2027-01-01T00:00:00Z' })
  })
  it('may use aliases, a byte order mark and Windows line ends', async () => {
    const source = await readYaml(await scratchFile('\uFEFFone: &x {k: v}\r\ntwo: *x\r\n'))
    expect(source.value).toEqual({ one: { k: 'v' }, two: { k: 'v' } })
    expect(source.locate(['two'])).toEqual({ line: 2, column: 1 })
    expect(source.locate(['two', 'k'])).toEqual({ line: 1, column: 10 })
  })
  it('with nothing but comments in it is null', async () => {
    expect((await readYaml(await scratchFile('# prose\n'))).value).toBeNull()
    expect((await readYaml(await scratchFile(''))).value).toBeNull()
  })
  it('may nest, list and quote as people do', async () => {
    const wide = `wide: {${Array.from({ length: 300 }, (_, i) => `k${i}: [${i}]`).join(', ')}}\n`
    const text = `${wide}text: |\n${'  [[[{{{ - - -\n'.repeat(200)}quoted: "[[[[ - - {{"\n`
    expect(Object.keys((await readYaml(await scratchFile(text))).value as object)).toEqual(['wide', 'text', 'quoted'])
  })
  it('keeps keys that JavaScript uses itself', async () => {
    const { value } = await readYaml(await scratchFile('__proto__: {x: 1}\nconstructor: y\n'))
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })
})

describe('positions', () => {
  const text = 'id: x\nphases:\n  - id: one\n    steps:\n      - id: s\n        # note\n        task: t\n      -\n'
  it.each([
    [[], 1, 1],
    [['phases'], 2, 1],
    [['phases', 0], 3, 5],
    [['phases', 0, 'steps', 0], 5, 9],
    [['phases', 0, 'steps', 0, 'task'], 7, 9],
    [['phases', '0', 'steps', '0', 'task'], 7, 9],
    [['phases', 0, 'steps', 0, 'absent', 'deeper'], 5, 9],
    [['phases', 7], 2, 1],
    [['nowhere'], 1, 1],
  ])('%j is at %i:%i', async (path, line, column) => {
    expect((await readYaml(await scratchFile(text))).locate(path)).toEqual({ line, column })
  })
})

describe('what cannot be read is rejected at its place', () => {
  const bomb = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(', ')}]`)
  it.each([
    ['a: 1\nb: 2\na: 3\n', '3:1  the key "a" is repeated; keep one of the two'],
    ['a:\n  - 1: x\n    "1": y\n', '3:5  the key "1" is repeated; keep one of the two'],
    [
      'a: b: c\n',
      '1:4  Nested mappings are not allowed in compact mappings; a text with a colon in it must be in quotes',
    ],
    ['a: 1\n\tb: 2\n', '2:1  Tabs are not allowed as indentation; indent with spaces'],
    ['a: "open\nb: 2\n', '3:1  Missing closing "quote; close it, or put the text in quotes'],
    ['a: 1\n---\nb: 2\n', '2:1  a second document begins here; keep one document in a file'],
    ['a: *nowhere\n', '1:4  *nowhere stands for nothing; a text that begins with * must be in quotes'],
    ['a: &x [1, *x]\n', '1:11  *x stands for something that contains it'],
    ['a: .inf\n', '1:4  .inf is not a number that JSON can hold'],
    ['a: !secret x\n', '1:4  Unresolved tag: !secret'],
    ['? [a, b]\n: c\n', '1:3  a key must be text'],
    [': c\n', '1:1  there is no key before this colon'],
    [`l0: &l0 x\n${bomb.join('\n')}\n`, '2:10  aliases of aliases multiply beyond reason; write the values out'],
    [`a: &a x\nb: [${'*a, '.repeat(101)}]\n`, '2:405  more than 100 aliases; write the values out'],
    ['- '.repeat(200_000), '1:199  nested too deeply to be a storyboard, kit or catalogue'],
    ['['.repeat(500_000), '1:100  nested too deeply to be a storyboard, kit or catalogue'],
    [
      Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      '100:101  nested too deeply to be a storyboard, kit or catalogue',
    ],
  ])('%#', async (text, message) => {
    const file = await scratchFile(text)
    expect(await messageOf(readYaml(file), file)).toBe(message)
    await expect(readYaml(file)).rejects.toBeInstanceOf(AuthoringError)
  })
  it('more than 1 MiB', async () => {
    const file = await scratchFile(`a: ${'x'.repeat(1024 * 1024)}`)
    expect(await messageOf(readYaml(file), file)).toBe(
      '1:1  the file has 1048579 bytes; at most 1048576 are read (1 MiB)',
    )
  })
  it('other encodings', async () => {
    const file = await scratchFile(Uint8Array.of(0x61, 0x3a, 0x20, 0xe9))
    expect(await messageOf(readYaml(file), file)).toBe('1:1  the file is not UTF-8 text; save it as UTF-8')
  })
  it('in time, even when every key is another one', async () => {
    const file = await scratchFile(Array.from({ length: 90_000 }, (_, i) => `k${i}: 1`).join('\n'))
    const started = Date.now()
    await readYaml(file)
    expect(Date.now() - started).toBeLessThan(10_000)
  })
})

it('says when there is no file to read', async () => {
  const folder = await scratchFolder({})
  await mkdir(join(folder, 'sub'))
  await expect(readYaml(join(folder, 'none.yaml'))).rejects.toThrow(UsageError)
  await expect(readYaml(join(folder, 'none.yaml'))).rejects.toThrow(/^no such file: .*none\.yaml$/)
  await expect(readYaml(join(folder, 'sub'))).rejects.toThrow(/sub is not a file$/)
})
