import { expect, it } from 'vitest'
import { adcpVersions } from '../model/adcp-version.ts'
import type { FailedOutcome } from '../model/check.ts'
import type { Requirement } from '../model/requirement.ts'
import type { StepReport, StoryboardReport } from '../model/run-report.ts'
import type { SchemaError } from '../model/schema-set.ts'
import type { ValidationResult } from '../model/verdict.ts'
import { blameSchemaErrors } from './schema-blame.ts'

const demand = (id: string, at?: readonly string[], task = 'check_governance', versions = ['3.0']): Requirement => ({
  id,
  role: 'governance_agent',
  level: 'SCH',
  statement: id,
  source: id,
  versions,
  observe: [],
  ...(at ? { response_schema: { task, at } } : {}),
})
const catalogue = new Map(
  [
    demand('NAME', ['/name']),
    demand('SIZE', ['/size']),
    demand('LATER', ['/size'], 'check_governance', ['3.1']),
    demand('OTHER TASK', ['/size'], 'sync_plans'),
    demand('RULE'),
  ].map((one) => [one.id, one]),
)
const wrong = (instancePath: string): SchemaError => ({
  instancePath,
  schemaPath: '#/type',
  keyword: 'type',
  message: 'must be string',
})
const failed = (...schemaErrors: SchemaError[]): FailedOutcome => ({
  status: 'failed',
  message: 'all of it',
  pointer: '',
  expected: '/schemas/x.json',
  actual: null,
  ...(schemaErrors.length > 0 ? { schemaErrors } : {}),
})
const graded = (outcome: ValidationResult['outcome'], ...requirements: string[]): ValidationResult => ({
  check: 'response_schema',
  description: 'valid',
  severity: 'required',
  requirements,
  outcome,
})

/** What becomes of one validation of check_governance: its requirements, how it came out, and where. */
function blamed(one: ValidationResult) {
  const step = { task: 'check_governance', validations: [one] } as Partial<StepReport> as StepReport
  const board: StoryboardReport = {
    id: 'b',
    title: 'b',
    file: 'b.yaml',
    status: 'failed',
    phases: [{ id: 'p', title: 'p', status: 'failed', steps: [step] }],
  }
  const [report] = blameSchemaErrors([board], catalogue, adcpVersions['3.0'])
  const validations = report?.phases[0]?.steps[0]?.validations ?? []
  return validations.map(({ requirements, outcome }) => [
    requirements,
    outcome.status,
    outcome.status === 'failed' ? outcome.message : 'note' in outcome ? outcome.note : undefined,
  ])
}

const elsewhere = 'what the schema finds wrong lies elsewhere in the reply'

it('holds an error against the requirement that speaks of its place, and clears the others', () => {
  expect(blamed(graded(failed(wrong('/size')), 'NAME', 'SIZE'))).toEqual([
    [['SIZE'], 'failed', '/size must be string'],
    [['NAME'], 'passed', elsewhere],
  ])
})

it('gives each requirement its own errors, and the rest to none', () => {
  const errors = [wrong('/name'), wrong('/size'), wrong('/else'), wrong('/more')]
  expect(blamed(graded(failed(...errors), 'NAME', 'SIZE'))).toEqual([
    [['NAME'], 'failed', '/name must be string'],
    [['SIZE'], 'failed', '/size must be string'],
    [[], 'failed', '/else must be string (and 1 more)'],
  ])
})

it('finds the requirement even when the storyboard does not name it', () => {
  expect(blamed(graded(failed(wrong('/size')), 'NAME'))).toEqual([
    [['SIZE'], 'failed', '/size must be string'],
    [['NAME'], 'passed', elsewhere],
  ])
})

it('blames nobody for an error that no requirement speaks of, and still fails', () => {
  expect(blamed(graded(failed(wrong('/else')), 'NAME'))).toEqual([
    [[], 'failed', '/else must be string'],
    [['NAME'], 'passed', elsewhere],
  ])
})

it('leaves a requirement that says nothing of places to the storyboard', () => {
  expect(blamed(graded(failed(wrong('/else')), 'RULE', 'NAME', 'UNKNOWN'))).toEqual([
    [['RULE', 'UNKNOWN'], 'failed', '/else must be string'],
    [['NAME'], 'passed', elsewhere],
  ])
})

it('takes no position where no result came', () => {
  expect(blamed(graded(failed(), 'NAME', 'RULE'))).toEqual([
    [['RULE'], 'failed', 'all of it'],
    [['NAME'], 'not_applicable', 'there is no result that could be held against the schema'],
  ])
  expect(blamed(graded(failed()))).toEqual([[[], 'failed', 'all of it']])
})

it.each([
  graded({ status: 'passed' }, 'NAME', 'SIZE'),
  graded({ status: 'not_applicable', note: 'an error' }, 'NAME'),
  { ...graded(failed(wrong('/size')), 'NAME'), check: 'gov_decision' },
])('leaves alone what is no broken schema: %#', (one) => {
  const note = one.outcome.status === 'not_applicable' ? one.outcome.note : undefined
  const message = one.outcome.status === 'failed' ? one.outcome.message : note
  expect(blamed(one)).toEqual([[one.requirements, one.outcome.status, message]])
})
