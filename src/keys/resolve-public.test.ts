import { expect, it } from 'vitest'
import { resolvePublic } from './resolve-public.ts'

it.each([
  ['1.1.1.1', 4],
  ['[2606:4700::1111]', 6],
])('takes the public address %s as it is', async (host, family) => {
  expect(await resolvePublic(host)).toEqual({ address: host.replace(/[[\]]/g, ''), family })
})

it.each([
  ['127.0.0.1', 'the address is not a public one'],
  ['[::1]', 'the address is not a public one'],
  ['[::ffff:127.0.0.1]', 'the address is not a public one'],
  ['169.254.169.254', 'the address is not a public one'],
  ['localhost', 'the name is reserved and leads nowhere'],
  ['governance.acme.example', 'the name is reserved and leads nowhere'],
])('turns %s down', async (host, problem) => {
  expect(await resolvePublic(host)).toEqual({ problem })
})
