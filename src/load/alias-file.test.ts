import { expect, it } from 'vitest'
import { loadAliases } from './alias-file.ts'
import { messageOf, scratchFile } from './scratch-folder.fixture.ts'

it('the agents that the official command line saved are read', async () => {
  const file = await scratchFile('{"agents":{"mine":{"url":"https://a.example/mcp"}},"defaults":{}}')
  expect(await loadAliases(file)).toEqual({ mine: { url: 'https://a.example/mcp' } })
  expect(await loadAliases(await scratchFile('{"defaults":{}}'))).toEqual({})
  expect(await loadAliases('/no/such/file.json')).toEqual({})
})

it.each([
  [
    '{"agents":{"a":{"auth_token":"hush-hush"',
    'the file is not JSON; save the agent again with the official command line, or mend it',
  ],
  ['["hush-hush"]', 'the file must hold a JSON object with "agents"'],
  ['{"agents":["hush-hush"]}', '"agents" must hold agents by alias'],
  ['{"agents":{"a":"hush-hush"}}', 'the agent "a" must be an object with a "url"'],
])('%j is refused without being repeated', async (text, message) => {
  const file = await scratchFile(text)
  expect(await messageOf(loadAliases(file), file)).toBe(`1:1  ${message}`)
})
