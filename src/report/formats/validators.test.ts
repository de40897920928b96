import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { validate as validateCtrf } from 'ctrf'
import { Parser } from 'tap-parser'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { parse } from 'yaml'
import type { RunReport } from '../../model/run-report.ts'
import { hostileReport } from '../hostile-report.fixture.ts'
import { redact } from '../redact.ts'
import { validReport } from '../report-schema.fixture.ts'
import { locatedSteps } from '../report-steps.ts'
import { loadReporter, reporterNames } from '../reporters.ts'
import { richReport } from '../rich-report.fixture.ts'
import { configuredSecret } from '../rich-steps.fixture.ts'
import { ctrfReport } from './ctrf.ts'
import { junitReport } from './junit.ts'
import { sarifReport } from './sarif.ts'
import { tapReport } from './tap.ts'

const rich = redact(richReport(), [configuredSecret])
const empty: RunReport = { ...rich, storyboards: [], requirements: [], notSelected: [] }
const reports = [
  ['rich', rich],
  ['hostile', hostileReport()],
  ['empty', empty],
] as const

/** The published schema of SARIF 2.1.0, which is of draft-04: only its two names for itself are unlike draft-07. */
const {
  $schema: _draft,
  id: _id,
  ...sarif
} = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
addFormats.default(ajv)
const validSarif = ajv.compile(sarif)

describe.each(reports)('of a %s report', (_, report) => {
  it('SARIF is what its schema demands', () => {
    validSarif(JSON.parse(sarifReport(report)))
    expect(validSarif.errors).toBeNull()
  })

  it('CTRF is what its own library takes', () => {
    expect(validateCtrf(JSON.parse(ctrfReport(report)))).toMatchObject({ valid: true })
  })

  it('JUnit is what its readers agree on, to libxml2', async () => {
    const schema = await readFile(new URL('junit.fixture.xsd', import.meta.url), 'utf8')
    const found = await validateXML({ xml: junitReport(report), schema })
    expect(found).toMatchObject({ valid: true, errors: [] })
  })

  it('the diagnostics in TAP are YAML that says what was found', () => {
    const text = tapReport(report)
    const blocks = [...text.matchAll(/^ {2}---\n(.*?)^ {2}\.\.\.$/gms)].map(([, yaml = '']) => parse(yaml))
    const wrong = locatedSteps(report).filter(({ step }) => ['failed', 'errored'].includes(step.verdict.status))
    expect(blocks).toHaveLength(wrong.length)
    for (const block of blocks)
      expect(block).toEqual({ message: expect.any(String), at: expect.any(String), found: expect.any(Array) })
    const last = Parser.parse(text).find(([event]) => event === 'complete')?.[1]
    expect(last).toMatchObject({ count: locatedSteps(report).length + 1, bailout: false, plan: { start: 1 } })
  })

  it('JSON is what its schema demands', async () => {
    validReport(JSON.parse((await loadReporter('json'))(report)))
    expect(validReport.errors).toBeNull()
  })
})

describe('whatever a stranger writes', () => {
  const written = reporterNames.filter((name) => name !== 'ndjson')
  it.each(written)('%s is text that can be stored and shown', async (name) => {
    const text = (await loadReporter(name))(hostileReport())
    expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text)
    const control = name === 'json' ? /[^\P{Cc}\n]/u : /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/u
    expect(text.match(control)).toBeNull()
  })

  it.each(written)('%s has no line that a build server would take for a command', async (name) => {
    const lines = (await loadReporter(name))(hostileReport()).split('\n')
    const commands = lines.filter((line) => /^\s*(::|##\[)/.test(line))
    expect(commands.filter((line) => !/^::(error|warning|notice) /.test(line))).toEqual([])
    expect(name === 'github-annotations' || commands.length === 0).toBe(true)
  })

  it.each(written)('%s stays of a size that can be read', async (name) => {
    expect((await loadReporter(name))(hostileReport()).length).toBeLessThan(4_000_000)
  })
})
