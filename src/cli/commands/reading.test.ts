import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../../reference/faults/index.ts'
import { said } from '../io.fixture.ts'

describe('list', () => {
  it('shows storyboards, profiles and kits', async () => {
    const { code, stdout, stderr } = await said('list')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^STORYBOARDS\n/)
    expect(stdout).toMatch(/^governance_agent\/denial +\d+ steps +\d+ requirements +Over budget is denied/m)
    expect(stdout).toMatch(/^PROFILES\ngovernance-agent-core@3\.0 +\d+ storyboards +\d+ requirements/m)
    expect(stdout).toMatch(/^KITS\nacme_outdoor +Acme Outdoor/m)
  })

  it.each([
    ['requirements', /^GOV-GA-001 +SCH +A check_governance reply/m],
    ['checks', /^response_schema +/m],
    ['faults', new RegExp(`^${faults[0]?.id} +`, 'm')],
  ])('shows %s when asked for them', async (what, line) => {
    const { code, stdout } = await said(`list ${what}`)
    expect(code).toBe(0)
    expect(stdout).toMatch(line)
  })

  it('refuses what it does not know', async () => {
    expect(await said('list things')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        "adcp-gov-comply: command-argument value 'things' is invalid for argument 'what'. Allowed choices are storyboards, profiles, kits, requirements, checks, faults.\n",
    })
  })
})

describe('explain', () => {
  it('tells of a requirement what it demands, who grades it and what proves it', async () => {
    const { code, stdout } = await said('explain gov-ga-001')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^GOV-GA-001 {2}SCH {2}governance_agent\nA check_governance reply names/)
    expect(stdout).toMatch(/^source {4}\S/m)
    expect(stdout).toMatch(/^part of {3}governance-agent-core@3\.0$/m)
    expect(stdout).toMatch(/^GRADED BY\n\ngovernance_agent\/\S+\n {2}\S+: /m)
    expect(stdout).toMatch(/^PROVEN BY /m)
  })

  it.each([
    ['governance_agent/denial', /^governance_agent\/denial {2}Over budget is denied[\s\S]+^ {4}gov_\w+.*\[GOV-GA-\d+/m],
    ['governance_agent/denial/register/sync_plan', /^task {6}sync_plans$[\s\S]+^REQUEST$[\s\S]+^ASSERTED$/m],
    ['gov_findings', /^gov_findings {2}check\n[\s\S]+^KEYS$[\s\S]+^USED BY$/m],
    ['governance-agent-core@3.0', /^STORYBOARDS\n\ngovernance_agent\/capabilities$/m],
    [
      'p-06',
      /^P-06 {2}May a budget fall[\s\S]+^touches {3}GOV-GA-023$[\s\S]+^WRITTEN$[\s\S]+^POSITION$[\s\S]+^GRADED$/m,
    ],
    ['GOV-GA-023', /^PROVEN BY [\s\S]+^POSITIONS {2}where the texts[\s\S]+^P-06 {2}May a budget/m],
    ['GOV-GA-066', /^unseen {4}\S[\s\S]+^PROVEN BY {2}no fault$/m],
    ['unknown-check', /^unknown-check {2}rule of lint\n\S/],
    ['omits-explanation', /^or {8}adcp-gov-comply demo --role loop --fault omits-explanation/m],
    ['never-asks-governance', /^try {7}adcp-gov-comply demo --role seller --fault never-asks-governance$/m],
    ['GOV-SE-008', /^PROVEN BY {2}demo --role seller --fault ID shows/m],
    [faults[0]?.id ?? '', /^try {7}adcp-gov-comply demo --fault \S+$/m],
  ])('tells all about %s', async (id, text) => {
    const { code, stdout } = await said(`explain ${id}`)
    expect(code).toBe(0)
    expect(stdout).toMatch(text)
  })

  it('names no demo of both agents where they do not grade the requirement', async () => {
    const { stdout } = await said('explain thinks-for-eleven-seconds')
    expect(stdout).not.toContain('--role loop')
  })

  it('names the nearest when there is no such thing', async () => {
    expect(await said('explain gov_finding')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'adcp-gov-comply: nothing here is called "gov_finding"; did you mean "gov_findings"?; "list" shows what there is.\n',
    })
  })
})

describe('lint', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lint-'))
    const step = 'id: s\n        task: sync_plans\n        validations: [{ check: field_presnt, path: plans }]'
    await writeFile(join(folder, 'wrong.yaml'), `id: x\nphases:\n  - id: p\n    steps:\n      - ${step}\n`)
    await writeFile(join(folder, 'broken.yaml'), 'id: x\nphases: [\n')
    await writeFile(join(folder, 'kit.yaml'), 'id: x\nname: y\n')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('finds no error in the storyboards that come with this program', async () => {
    const { code, stderr } = await said('lint')
    expect(code).toBe(0)
    expect(stderr).toMatch(/^0 errors, \d+ warnings? in \d+ storyboards\n$/)
  })

  it('names file, line, column, severity, rule and message, and exits 2', async () => {
    const file = join(folder, 'wrong.yaml')
    const { code, stdout } = await said(`lint ${file}`)
    expect(code).toBe(2)
    expect(stdout).toContain(`${file}:7:25  error  unknown-check  `)
    expect(stdout).toContain('did you mean "field_present"')
  })

  it('goes on after a file that cannot be read', async () => {
    const { code, stdout, stderr } = await said(`lint ${folder}/broken.yaml ${folder}/kit.yaml ${folder}/wrong.yaml`)
    expect(code).toBe(2)
    expect(stdout).toMatch(/broken\.yaml:\d+:\d+ {2}error {2}format {2}/)
    expect(stdout).toContain('kit.yaml:1:1  error  format  this is no storyboard: it has no "phases"')
    expect(stdout).toContain('unknown-check')
    expect(stderr).toMatch(/ in 3 storyboards\n$/)
  })

  it('refuses a path that is not there', async () => {
    expect(await said('lint nowhere.yaml')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'adcp-gov-comply: no such file or folder: nowhere.yaml.\n',
    })
  })
})
