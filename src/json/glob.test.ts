import { expect, it } from 'vitest'
import { globMatches } from './glob.ts'

const upload = 'POST https://api.example/v2/audience/upload'

it.each(['POST *', '*', 'POST */audience/upload', '*audience*', upload, 'POST *://*/v2/*', '**'])(
  '%s matches',
  (pattern) => {
    expect(globMatches(pattern, upload)).toBe(true)
  },
)

it.each(['GET *', 'POST */audience', '*upload*upload', '', 'post *', 'POST https://api.example/v2/*/audience/upload'])(
  '%s does not match',
  (pattern) => {
    expect(globMatches(pattern, upload)).toBe(false)
  },
)

it('takes nothing but the star for special', () => {
  expect(globMatches('a?b.c', 'a?b.c')).toBe(true)
  expect(globMatches('a?b.c', 'axbxc')).toBe(false)
  expect(globMatches('ab*ba', 'aba')).toBe(false)
})
