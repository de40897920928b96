import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadTestKit } from '../../load/index.ts'
import { said, testIo } from '../io.fixture.ts'
import { main } from '../main.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'test-kit-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('test-kit init', () => {
  it('writes a kit that can be used as it is, with its comments', async () => {
    const file = join(folder, 'My Sandbox.yaml')
    expect(await main(['test-kit', 'init', file], testIo())).toBe(0)
    const text = await readFile(file, 'utf8')
    expect(text).toMatch(/^# Test kit my_sandbox, started from acme-outdoor/)
    expect(text).toContain('because the storyboards count on them')
    expect((await loadTestKit(file)).value).toMatchObject({ id: 'my_sandbox', name: 'my_sandbox' })
  })

  it('says where it is and what to do with it', async () => {
    const file = join(folder, 'kit.yaml')
    expect(await said(`test-kit init ${file} --from nova-snacks`)).toEqual({
      code: 0,
      stdout: '',
      stderr: `${file} is written. Put your sandbox's values into it, then: run <url> --test-kit ${file}\n`,
    })
    expect(await readFile(file, 'utf8')).toContain('domain: "novasnacks.example"')
  })

  it('replaces a file only when it is told to', async () => {
    const file = join(folder, 'mine.yaml')
    expect((await said(`test-kit init ${file}`)).code).toBe(0)
    const again = await said(`test-kit init ${file} --from nova-snacks`)
    expect(again.code).toBe(2)
    expect(again.stderr).toContain(`cannot write ${file}: it is there already`)
    expect(await readFile(file, 'utf8')).toContain('domain: "acmeoutdoor.example"')
    expect((await said(`test-kit init ${file} --from nova-snacks --force`)).code).toBe(0)
    expect(await readFile(file, 'utf8')).toContain('domain: "novasnacks.example"')
  })

  it('names the kits when there is no such one', async () => {
    expect(await said(`test-kit init ${folder}/x.yaml --from acme-outdor`)).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'adcp-gov-comply: no test kit "acme-outdor"; there are acme-outdoor, nova-snacks; did you mean "acme-outdoor"?\n',
    })
  })
})
