import { expect, it } from 'vitest'
import { type RelayRequest, throughRelay } from './relay.ts'

it('hands each request to the answerer, and its answer back', async () => {
  const asked: RelayRequest[] = []
  const status = await throughRelay(
    async (request) => {
      asked.push(request)
      return { status: 201, headers: { 'x-a': 'b' }, body: 'c' }
    },
    async (url) => {
      const response = await fetch(`${url}/x?y=1`, { method: 'POST', body: 'z', headers: { 'x-own': 'o' } })
      return [response.status, response.headers.get('x-a'), await response.text()]
    },
  )
  expect(status).toEqual([201, 'b', 'c'])
  expect(asked).toMatchObject([{ method: 'POST', path: '/x?y=1', body: 'z', headers: { 'x-own': 'o' } }])
  expect(asked[0]?.headers).not.toHaveProperty('host')
})

it('is closed afterwards, and closes a connection that gets no answer', async () => {
  const left = await throughRelay(
    async () => undefined,
    async (url) => {
      await expect(fetch(url)).rejects.toThrow()
      return url
    },
  )
  await expect(fetch(left)).rejects.toThrow()
})

it('is closed after a failure too', async () => {
  let left = ''
  const failing = throughRelay(
    async () => ({ status: 200 }),
    async (url) => {
      left = url
      throw new Error('no')
    },
  )
  await expect(failing).rejects.toThrow('no')
  await expect(fetch(left)).rejects.toThrow()
})

it('serves nobody who was not told its address', async () => {
  await throughRelay(
    async () => ({ status: 200 }),
    async (url) => expect((await fetch(new URL('/other', url))).status).toBe(404),
  )
})
