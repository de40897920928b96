import { expect, it } from 'vitest'
import { fileReference, webAddress } from './web-address.ts'

it.each([
  ['https://a.example/b#c', 'https://a.example/b#c'],
  ['http://a.example/ "><script>', undefined],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['/docs', undefined],
  ['', undefined],
  [undefined, undefined],
])('links %s as %s', (text, address) => {
  expect(webAddress(text)).toBe(address)
})

it.each([
  ['storyboards/seller/denial.yaml', 'storyboards/seller/denial.yaml'],
  ['my boards/50% #1?.yaml', 'my%20boards/50%25%20%231%3F.yaml'],
  ['/home/me/a.yaml', 'file:///home/me/a.yaml'],
  ['C:\\boards\\a.yaml', 'file:///C:/boards/a.yaml'],
  ['a\ud800.yaml', 'a%EF%BF%BD.yaml'],
])('refers to the file %s as %s', (path, uri) => {
  expect(fileReference(path)).toBe(uri)
})
