import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder of its own, to be thrown away by the system. */
export function scratch(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'bundle-'))
}

/** A bundle with one task and two schemas, one of which refers to the other. */
export async function smallBundle(release = '3.1.7', note = 'first'): Promise<string> {
  const root = join(await scratch(), `adcp-${release}`)
  const id = (path: string) => `/schemas/${release}/${path}`
  const files = {
    'manifest.json': {
      adcp_version: release,
      note,
      tools: { say: { request_schema: 'a/say-request.json', response_schema: 'a/say-response.json', mutating: true } },
    },
    'a/say-request.json': { $id: id('a/say-request.json'), required: ['idempotency_key'] },
    'a/say-response.json': {
      $id: id('a/say-response.json'),
      required: ['word'],
      properties: { word: { $ref: id('core/word.json') } },
    },
    'core/word.json': { $id: id('core/word.json'), type: 'string', minLength: 2 },
  }
  for (const [path, value] of Object.entries(files)) {
    const file = join(root, 'schemas', path)
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(file, JSON.stringify(value))
  }
  return root
}
