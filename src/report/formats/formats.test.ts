import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { Parser } from 'tap-parser'
import { describe, expect, it } from 'vitest'
import type { RunReport } from '../../model/run-report.ts'
import { hostileReport } from '../hostile-report.fixture.ts'
import { redact } from '../redact.ts'
import { locatedSteps } from '../report-steps.ts'
import { richReport } from '../rich-report.fixture.ts'
import { configuredSecret } from '../rich-steps.fixture.ts'
import { ctrfReport } from './ctrf.ts'
import { githubAnnotations, githubSummary } from './github.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown.ts'
import { ndjsonLine } from './ndjson.ts'
import { sarifReport } from './sarif.ts'
import { tapReport } from './tap.ts'

const rich = redact(richReport(), [configuredSecret])
const good: RunReport = {
  ...rich,
  verdict: { status: 'conformant', reason: 'all is well' },
  storyboards: rich.storyboards.filter(({ status }) => status === 'passed'),
}
const both = [
  ['rich', rich],
  ['hostile', hostileReport()],
] as const

const formats = {
  junit: junitReport,
  tap: tapReport,
  ctrf: ctrfReport,
  sarif: sarifReport,
  markdown: (report: RunReport) => markdownReport(report),
  githubSummary,
  githubAnnotations,
  ndjson: (report: RunReport) => ndjsonLine({ kind: 'run_finished', report }),
}

it.each(Object.entries(formats))('%s of a rich report is what it was', async (name, format) => {
  await expect(format(rich)).toMatchFileSnapshot(`../golden/rich.${name}.txt`)
})

it.each(Object.entries(formats))('%s lets no secret and no control character of a stranger through', (_, format) => {
  const text = format(hostileReport())
  expect(text).not.toContain(configuredSecret)
  const controls = Array.from(text).filter((char) => char < ' ' && char !== '\n' && char !== '\t')
  expect(controls).toEqual([])
})

describe.each(both)('JUnit of a %s report', (_, report) => {
  const xml = junitReport(report)
  const parsed = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => name === 'testsuite' || name === 'testcase',
  }).parse(xml)

  it('is well-formed, and counts what it holds', () => {
    expect(XMLValidator.validate(xml)).toBe(true)
    const cases = parsed.testsuites.testsuite.flatMap((suite: { testcase: unknown[] }) => suite.testcase)
    const { failed, errored, blocked, not_applicable } = report.counts.steps
    expect(cases).toHaveLength(locatedSteps(report).length + 1)
    expect(parsed.testsuites).toMatchObject({
      '@_tests': String(cases.length),
      '@_failures': String(failed + 1),
      '@_errors': String(errored),
      '@_skipped': String(blocked + not_applicable),
    })
  })

  it('has the case that fails with the run', () => {
    const [verdict] = parsed.testsuites.testsuite.at(-1).testcase
    expect(verdict).toMatchObject({ '@_name': 'the run is conformant', failure: { '@_type': 'error' } })
  })
})

it('JUnit of a conformant run has no failure', () => {
  expect(junitReport(good)).not.toMatch(/<(failure|error|skipped)/)
})

describe.each(both)('TAP of a %s report', (_, report) => {
  const { ok, count, pass, fail, skip, failures } = Parser.parse(tapReport(report)).reduce(
    (found, [event, result]) => (event === 'complete' ? result : found),
    {} as unknown,
  ) as { ok: boolean; count: number; pass: number; fail: number; skip: number; failures: unknown[] }

  it('is what a TAP parser reads as failed, with as many points as steps and one for the verdict', () => {
    const { passed, failed, errored, blocked, not_applicable } = report.counts.steps
    expect({ ok, count, fail, skip, failures: failures.length }).toEqual({
      ok: false,
      count: locatedSteps(report).length + 1,
      fail: failed + errored + 1,
      skip: blocked + not_applicable,
      failures: failed + errored + 1,
    })
    expect(pass).toBe(passed + blocked + not_applicable)
  })
})

describe.each(both)('CTRF of a %s report', (_, report) => {
  it('has a test for each step, and says blocked is pending', () => {
    const { results } = JSON.parse(ctrfReport(report))
    expect(results.tests).toHaveLength(locatedSteps(report).length)
    expect(results.summary).toMatchObject({ pending: report.counts.steps.blocked, failed: report.counts.steps.failed })
    expect(new Set(results.tests.map(({ status }: { status: string }) => status))).toEqual(
      new Set(['passed', 'failed', 'pending', 'skipped', 'other']),
    )
  })
})

describe.each(both)('SARIF of a %s report', (_, report) => {
  const [run] = JSON.parse(sarifReport(report)).runs
  it('files each result under a rule, at a line of a storyboard', () => {
    for (const { ruleId, locations, message } of run.results) {
      expect(ruleId).not.toBe('')
      expect(message.text).not.toBe('')
      expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(0)
    }
    expect(run.results.map(({ ruleId }: { ruleId: string }) => ruleId.split(' ')[0])).toContain('GOV-GA-040')
    expect(run.results.filter(({ level }: { level: string }) => level === 'error').length).toBeGreaterThan(0)
  })
})

describe.each(both)('Markdown of a %s report', (_, report) => {
  const tree = fromMarkdown(markdownReport(report), {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })

  it('holds no HTML, and no link or picture that a stranger made', () => {
    const text = JSON.stringify(tree)
    expect(text).not.toContain('"type":"html"')
    expect(text).not.toContain('"type":"image"')
    const links = [...text.matchAll(/"type":"link".*?"url":"([^"]*)"/g)].map(([, url]) => url)
    expect(links.every((url) => url?.startsWith('https://adcontextprotocol.org/'))).toBe(true)
  })

  it('makes no link of an address in the words of a stranger', () => {
    const bare = markdownReport(report).replace(/<https:\/\/adcontextprotocol[^>]*>|`[^`\n]*`/g, '')
    expect(bare).not.toMatch(/https?:\/\/|www\.\w|\w@\w/)
  })

  it('begins with the verdict', () => {
    expect(tree.children[0]).toMatchObject({ type: 'heading', children: [{ value: 'AdCP governance: error' }] })
  })
})

it('Markdown that must be short says how much was left out', () => {
  const text = markdownReport(rich, { limit: 2000 })
  expect(text.length).toBeLessThanOrEqual(2000)
  expect(text).toMatch(/\d+ more items were left out/)
})

describe('GitHub annotations', () => {
  it('are one command a line, whatever a stranger writes', () => {
    const lines = githubAnnotations(hostileReport()).trimEnd().split('\n')
    expect(lines.every((line) => /^::(error|warning|notice) [^:]*::/.test(line))).toBe(true)
  })
  it('say what is left out', () => {
    const [board] = rich.storyboards.slice(1)
    const many = { ...rich, storyboards: Array.from({ length: 30 }, () => board) } as RunReport
    expect(githubAnnotations(many)).toMatch(/::notice title=left out::\d+ more failed steps/)
  })
})

it('each event is one line of JSON', () => {
  const lines = [
    ndjsonLine({ kind: 'contacting', url: 'http://a.example/mcp' }),
    ndjsonLine({ kind: 'run_finished', report: hostileReport() }),
    ...locatedSteps(hostileReport()).map(({ step }) => ndjsonLine({ kind: 'step_finished', step })),
  ]
  for (const line of lines) {
    expect(line.indexOf('\n')).toBe(line.length - 1)
    expect(JSON.parse(line)).toHaveProperty('event')
  }
})
