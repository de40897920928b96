import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { failingStep, graded } from '../gates/graded-run.fixture.ts'
import { scratchFile } from '../load/scratch-folder.fixture.ts'
import { testIo } from './io.fixture.ts'
import { openGates } from './run-gates.ts'

const text = `scope: governance-agent@3.0
expected:
  # Accepted by all of us.
  - step: board/phase/a
    requirement: R-1
    status: failed
    reason: known
    owner: us
    expires: 2099-01-01
`

it('leaves a baseline as it is after a run that says nothing of what fails, and fails the gate', async () => {
  const file = await scratchFile(text)
  const io = testIo()
  const gates = await openGates({ baseline: file, updateBaseline: true }, io)
  expect(await gates.pass(graded('unreachable', []))).toBe(4)
  const other = graded('conformant', [])
  expect(await gates.pass({ ...other, scope: { kind: 'selection', storyboards: ['board'] } })).toBe(1)
  expect(readFileSync(file, 'utf8')).toBe(text)
  expect(io.heard().stderr).toBe(
    [
      `gate: ${file} is left as it is: the verdict of the run is unreachable`,
      `gate: ${file} is left as it is: it is of governance-agent@3.0, and this run is of selection`,
      '',
    ].join('\n'),
  )
})

it('keeps the comments of what still fails when it writes a baseline again', async () => {
  const file = await scratchFile(text)
  const gates = await openGates({ baseline: file, updateBaseline: true }, testIo())
  expect(await gates.pass(graded('nonconformant', [failingStep('a', ['R-1']), failingStep('b', ['R-2'])]))).toBe(1)
  expect(readFileSync(file, 'utf8')).toContain(`${text}  - step: board/phase/b\n`)
})
