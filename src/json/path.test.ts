import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import { parsePath, readPath, toPointer, writePath } from './path.ts'

describe('paths', () => {
  it('reads keys and indexes', () => {
    expect(parsePath('plans[0].a-b.c[2][1]')).toEqual(['plans', 0, 'a-b', 'c', 2, 1])
  })
  it.each(['a..b', 'a[', 'a[x]', 'a[-1]', 'products[*].id', '.', 'a]'])('refuses %s', (path) => {
    expect(() => parsePath(path)).toThrow(AuthoringDefect)
  })
  it('refuses a path of more than 1,024 characters instead of reading the root', () => {
    expect(() => parsePath('a'.repeat(1025))).toThrow(/too long/)
  })
  it('tells null from absent', () => {
    expect(readPath({ a: null }, 'a')).toBeNull()
    expect(readPath({ a: null }, 'b')).toBeUndefined()
    expect(readPath({ a: null }, 'a.b')).toBeUndefined()
  })
  it('sees own properties only', () => {
    expect(readPath({}, 'toString')).toBeUndefined()
    expect(readPath({}, '__proto__.x')).toBeUndefined()
    expect(readPath([1], 'at')).toBeUndefined()
    expect(readPath('text', 'length')).toBeUndefined()
  })
  it('counts the items of a list', () => {
    expect(readPath({ a: [1, 2] }, 'a.length')).toBe(2)
    expect(readPath({ a: { length: 'own' } }, 'a.length')).toBe('own')
  })
  it('writes into a copy and makes what is missing', () => {
    const before = { a: { b: 1 } }
    expect(writePath(before, 'a.c[1].d', 'x')).toEqual({ a: { b: 1, c: [undefined, { d: 'x' }] } })
    expect(before).toEqual({ a: { b: 1 } })
  })
  it('refuses to write a prototype', () => {
    expect(() => writePath({}, '__proto__.x', 1)).toThrow(AuthoringDefect)
  })
  it('makes RFC 6901 pointers', () => {
    expect(toPointer('a[0].b/c~d')).toBe('/a/0/b~1c~0d')
    expect(toPointer([])).toBe('')
  })
})
