import { expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import { parseAgentUrl } from './agent-url.ts'

it.each([
  ['https://agent.example/mcp', 'https://agent.example/mcp'],
  ['http://127.0.0.1:3000/mcp?tenant=a#top', 'http://127.0.0.1:3000/mcp?tenant=a'],
  ['HTTPS://Agent.Example', 'https://agent.example/'],
])('reads %s', (text, href) => {
  expect(parseAgentUrl(text).href).toBe(href)
})

it.each([
  ['agent.example/mcp', /write it in full/],
  ['', /write it in full/],
  ['localhost:3000/mcp', /does not begin with https/],
  ['file:///etc/passwd', /does not begin with https/],
  ['https://user:s3cret@agent.example/', /--auth-env/],
  ['https://s3cret@agent.example/', /--auth-env/],
])('refuses "%s"', (text, message) => {
  expect(() => parseAgentUrl(text)).toThrow(UsageError)
  expect(() => parseAgentUrl(text)).toThrow(message)
  expect(() => parseAgentUrl(text)).not.toThrow(/s3cret/)
})
