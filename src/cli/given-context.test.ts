import { expect, it } from 'vitest'
import { scratchFile } from '../load/scratch-folder.fixture.ts'
import { said } from './io.fixture.ts'

const board = `id: ours
phases:
  - id: p
    steps:
      - id: told
        task: get_plan_audit_logs
        sample_request: { plan_ids: ["$context.plan"] }
`
const offline = async (words: string) =>
  said(`plan http://127.0.0.1:9/mcp --offline --storyboard ${await scratchFile(board)} ${words}`)

it('fills what no step captures, from the command line and from the configuration file', async () => {
  const config = await scratchFile('context: { plan: plan_of_the_file }\n')
  const [typed, written, open] = await Promise.all([
    offline('--context plan=plan=1 -v'),
    offline(`--config ${config} -v`),
    offline('-v'),
  ])
  expect([typed.code, written.code, open.code]).toEqual([0, 0, 0])
  expect(typed.stdout).toContain('plan=1')
  expect(written.stdout).toContain('plan_of_the_file')
  expect(open.stdout).toContain('$context.plan')
})

it.each(['plan', '=1', 'plan=', 'my-plan=1'])('does not take %s', async (word) => {
  const { code, stderr } = await offline(`--context ${word}`)
  expect([code, stderr]).toEqual([2, expect.stringContaining('--context needs name=value')])
})
