import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../../reference/faults/index.ts'
import { variants } from '../../reference/variants/index.ts'
import { prepare } from '../../run.ts'
import { type Heard, said } from '../io.fixture.ts'

interface Matrix {
  readonly passed: boolean
  readonly digest: string
  readonly faults: readonly {
    readonly fault: string
    readonly requirement: string
    readonly status: string
    readonly killed_by: readonly string[]
  }[]
  readonly not_in_force: readonly string[]
  readonly facades: readonly { readonly unmasked: boolean }[]
  readonly variants: readonly { readonly variant: string; readonly verdict: string; readonly lost: readonly string[] }[]
}

let folder = ''
let heard: Heard
let matrix: Matrix
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'self-test-'))
  const file = join(folder, 'matrix.json')
  heard = await said(`self-test --role governance_agent --json ${file}`)
  matrix = JSON.parse(await readFile(file, 'utf8'))
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('self-test', () => {
  it('lets no fault escape', () => {
    const tried = [...matrix.faults.map(({ fault }) => fault), ...matrix.not_in_force]
    expect(tried.sort()).toEqual(faults.map(({ id }) => id).sort())
    expect(matrix.faults.filter(({ status }) => status !== 'killed')).toEqual([])
  })

  it('needs no storyboard for operators to catch what the whole profile demands', async () => {
    const { scope } = await prepare('3.0', { kind: 'profile', id: 'governance-agent@3.0' })
    const boards = scope.boards.map(({ source }) => source.value.id)
    const demanded = matrix.faults.filter(({ requirement }) => scope.requirements.includes(requirement))
    const caught = ({ killed_by }: (typeof demanded)[number]) =>
      killed_by.some((address) => boards.some((board) => address.startsWith(`${board}/`)))
    expect(demanded.length).toBeGreaterThan(scope.requirements.length)
    expect(demanded.filter((fault) => !caught(fault))).toEqual([])
  })

  it('sees through every façade', () => {
    expect(matrix.facades.length).toBeGreaterThanOrEqual(4)
    expect(matrix.facades.filter(({ unmasked }) => !unmasked)).toEqual([])
  })

  it.each(variants.map(({ id }, at) => [id, at] as const))('takes no point from %s', (variant, at) => {
    expect(matrix.variants[at]).toEqual({ variant, verdict: 'conformant', lost: [] })
  })

  it('tells people the same, and exits by it', () => {
    expect([matrix.passed, heard.code, heard.stderr]).toEqual([true, 0, ''])
    expect(heard.stdout).toMatch(/^FAULTS\nkilled +omits-explanation +GOV-GA-001 +governance_agent\/\S+/)
    expect(heard.stdout).toContain(`\n${matrix.faults.length} of ${matrix.faults.length} faults killed\n`)
    expect(heard.stdout).toContain(`\n${variants.length} of ${variants.length} variants lost no point\n`)
    expect(heard.stdout).toContain(`digest ${matrix.digest}\n`)
  })

  it.each([
    ['3.1', 'Install its official bundle: adcp-gov-comply bundle add'],
    ['2.9', '--adcp-version "2.9" is not one this release knows'],
  ])('at AdCP %s, whose schemas are not here, says what would help', async (version, words) => {
    const env = { ADCP_GOV_COMPLY_BUNDLES: join(folder, 'none') }
    const { code, stderr } = await said(`self-test --adcp-version ${version}`, env)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
  })
})
