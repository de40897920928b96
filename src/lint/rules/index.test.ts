import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { lintFile, lintText, steps } from '../lint-text.fixture.ts'
import type { KitLookup } from '../rule.ts'
import { rules } from './index.ts'

const plan = `plans:
  - plan_id: p1
    brand: {domain: acmeoutdoor.example}
    objectives: sell boots
    budget: {total: 10, currency: USD, reallocation_threshold: 0}
    flight: {start: "2027-01-01T00:00:00Z", end: "2027-12-31T00:00:00Z"}`

function request(yaml: string): string {
  return `sample_request:\n${yaml.replaceAll(/^/gm, '  ')}`
}

const check = (more: string) => `task: check_governance\n${more}`
const valid = (...validations: string[]) =>
  `task: check_governance\nvalidations:\n${validations.map((v) => `  - {${v}}`).join('\n')}`

/** Rule, storyboard, findings. Each rule has storyboards that it is silent about, and others. */
const cases: readonly (readonly [rule: string, text: string, findings: readonly string[]])[] = [
  ['unknown-check', steps(valid('check: response_schema', 'check: gov_decision, value: denied')), []],
  [
    'unknown-check',
    steps(valid('check: feild_value, path: a', 'check: oauth_metadata_graph, value: 401')),
    [
      '8:14 error there is no check "feild_value": the step ends blocked; did you mean "field_value"?',
      '9:14 warning this release does not evaluate oauth_metadata_graph: the step ends blocked',
    ],
  ],

  [
    'unknown-field',
    steps(valid('check: field_value, path: a, value: 1, severity: advisory, description: x, requirements: []')),
    [],
  ],
  ['unknown-field', steps(valid('check: novelty, anything: 1')), []],
  [
    'unknown-field',
    `sumary: x\nnovelty: x\n${steps('task: t\nexpect_eror: true\ncontext_outputs:\n  - {name: a, paht: b, path: c}')}`,
    [
      '1:1 error nothing reads "sumary" in a storyboard; did you mean "summary"?',
      '2:1 warning nothing reads "novelty" in a storyboard',
      '9:9 error nothing reads "expect_eror" in a step; did you mean "expect_error" or "expected_error"?',
      '11:23 error nothing reads "paht" in a context output; did you mean "path"?',
    ],
  ],
  [
    'unknown-field',
    steps(valid('check: field_present, path: a, value: 1')),
    ['8:45 error field_present does not read "value"'],
  ],
  [
    'unknown-field',
    steps(valid('check: field_value, path: a, vaule: 1')),
    ['8:43 error field_value does not read "vaule"; did you mean "value"?'],
  ],

  [
    'field-value-without-value',
    steps(valid('check: field_value, path: a, value: null', 'check: field_value, path: a, allowed_values: [1]')),
    [],
  ],
  [
    'field-value-without-value',
    steps(valid('check: field_value, path: a')),
    ['8:13 error field_value needs "value" or "allowed_values": without either there is nothing to compare with'],
  ],

  [
    'unreadable-path',
    steps(
      valid(
        'check: field_present, path: "plans[0].a-b.c[2][1]"',
        'check: novelty, path: "a[*]"',
        'check: field_contains, path: "a[*].b[*]", value: 1',
      ),
    ),
    [],
  ],
  [
    'unreadable-path',
    steps(`${valid('check: field_present, path: "plans[*].id"')}\ncontext_outputs:\n  - {name: a, path: $.a..b}`),
    [
      '8:36 error "plans[*].id" is not a path: write it like plans[0].plan_id',
      '10:23 error "$.a..b" is not a path: write it like plans[0].plan_id',
    ],
  ],

  ['undefined-context', `context: {given: 1}\n${steps(check(request('a: $context.given')))}`, []],
  [
    'undefined-context',
    steps(
      check('context_outputs:\n  - {name: id, path: plan_id}'),
      check(`${request('a: [{b: "no. $context.id"}]')}\ncontext_inputs:\n  - {key: id, inject_at: c}`),
    ),
    [],
  ],
  ['undefined-context', steps(check('narrative: fills $context.later\nexpected: $context.other')), []],
  [
    'undefined-context',
    steps(
      check(request('a: $context.plan_di')),
      check(
        'validations:\n  - {check: field_value, path: a, value: $context.late}\ncontext_outputs:\n  - {key: plan_id, path: plan_id}',
      ),
      check(`${request('a: $context.own')}\ncontext_outputs:\n  - {name: own, path: a}\n  - {name: late, path: a}`),
    ),
    [
      '8:11 error $context.plan_di has no value here: no step keeps "plan_di" in its context_outputs; did you mean "plan_id"?',
      '12:43 error $context.late has no value here: s3 keeps it, but runs later',
      '18:11 error $context.own has no value here: this step keeps it only after its own reply',
    ],
  ],
  [
    'undefined-context',
    steps(check('context_inputs:\n  - {key: nothing, inject_at: a}')),
    ['8:14 error $context.nothing has no value here: no step keeps "nothing" in its context_outputs'],
  ],

  [
    'unknown-placeholder',
    steps(
      check(
        request(
          'a: $generate:uuid_v4#x\nb: "{{runner.agent_url}}/{{ prior_step.s.a[0].b }}"\nc: $generate:opaque_id\nd: "{ {x} }"',
        ),
      ),
    ),
    [],
  ],
  [
    'unknown-placeholder',
    steps(check(request('a: "{{media_buy_id}}"\nb: [$generate:uuid]\nc: $instance.task'))),
    [
      '8:11 error nothing fills {{media_buy_id}}: write {{runner.<name>}}, {{prior_step.<id>.<path>}} or $context.<name>',
      '9:15 error nothing fills $generate:uuid: the kinds are uuid_v4 and opaque_id',
      "10:11 error nothing fills $instance.task: it stands for a value of the storyboard's `instances`, outside of them",
    ],
  ],

  [
    'unknown-step',
    steps(
      check(''),
      check(
        `gov_adjust_from: s1\n${request('a: "{{prior_step.s1.plan_id}}"')}\nvalidations:\n  - {check: gov_escalated, checked_by: s1}`,
      ),
    ),
    [],
  ],
  [
    'unknown-step',
    steps(
      check(`gov_adjust_from: s2\n${request('a: "x {{ prior_step.s1.plan_id }}"')}`),
      check('validations:\n  - {check: gov_escalated, checked_by: check_over}'),
      'task: expect_webhook\ntriggered_by: s9',
    ),
    [
      '7:9 error the step "s2" does not run before this one',
      '9:11 error the step "s1" does not run before this one',
      '13:36 error there is no step "check_over"',
      '16:9 error there is no step "s9"; did you mean "s1" or "s2" or "s3"?',
    ],
  ],

  [
    'unknown-schema',
    steps(check('schema_ref: governance/check-governance-request.json\nresponse_schema_ref: $test_kit.schemas.any')),
    [],
  ],
  [
    'unknown-schema',
    steps(check('schema_ref: governance/check-governance.json\nresponse_schema_ref: ../../package.json')),
    [
      '7:9 warning AdCP 3.0.6 has no schema "governance/check-governance.json" for tasks',
      '8:9 warning AdCP 3.0.6 has no schema "../../package.json" for tasks',
    ],
  ],

  [
    'sample-request-schema',
    steps(`task: sync_plans\n${request(`idempotency_key: "$generate:uuid_v4#a"\n${plan}`)}`),
    [],
  ],
  ['sample-request-schema', steps(`task: sync_plans\n${request(plan)}`), []],
  ['sample-request-schema', steps('task: get_adcp_capabilities'), []],
  ['sample-request-schema', steps(`task: comply_test_controller\n${request('anything: 1')}`), []],
  [
    'sample-request-schema',
    steps(
      `task: sync_plans\n${request(plan.replace('budget: {total: 10,', 'budget: {total: "10",').replace('objectives', 'goals'))}`,
    ),
    [
      '9:15 error /plans/0 must have required property \'objectives\'; must NOT have additional properties: "goals" (governance/sync-plans-request.json)',
      '12:24 error /plans/0/budget/total must be number (governance/sync-plans-request.json)',
    ],
  ],
  [
    'sample-request-schema',
    steps(`task: any\nschema_ref: governance/sync-plans-request.json\n${request('idempotency_key: short\nplans: 1')}`),
    [
      '9:11 error /idempotency_key must NOT have fewer than 16 characters; must match pattern "^[A-Za-z0-9_.:-]{16,255}$" (governance/sync-plans-request.json)',
      '10:11 error /plans must be array (governance/sync-plans-request.json)',
    ],
  ],
  ['sample-request-schema', steps(`task: sync_plans\nexpect_error: true\n${request('plans: 1')}`), []],
  ['sample-request-schema', steps(`task: sync_plans\nversions: ["3.1"]\n${request('plans: 1')}`), []],
  ['sample-request-schema', steps(`task: sync_plans\ngov_reply: error\n${request('plans: 1')}`), []],
  [
    'sample-request-schema',
    steps(`task: sync_plans\nnegative_path: schema_invalid\ngov_reply: any\n${request('plans: 1')}`),
    [],
  ],
  ['sample-request-schema', steps(`task: sync_plans\nsample_request_skip_schema: true\n${request('plans: 1')}`), []],
  [
    'sample-request-schema',
    steps(`task: sync_plans\nexpect_error: true\nnegative_path: payload_well_formed\n${request('plans: 1')}`),
    ['10:11 error /plans must be array (governance/sync-plans-request.json)'],
  ],
  [
    'sample-request-schema',
    steps(
      check(
        request('plan_id: $context.plan\ncaller: "{{runner.agent_url}}"\nphase: $context.phase\ngovernance_context: 5'),
      ),
    ),
    ['11:11 error /governance_context must be string (governance/check-governance-request.json)'],
  ],
  [
    'sample-request-schema',
    `context: {plan: p1}\n${steps(check(request('plan_id: $context.plan\ncaller: https://a.example')))}`,
    [],
  ],
  [
    'sample-request-schema',
    `context: {plan: 1}\n${steps(check(request('plan_id: $context.plan\ncaller: https://a.example')))}`,
    ['9:11 error /plan_id must be string (governance/check-governance-request.json)'],
  ],
  [
    'sample-request-schema',
    steps(check(`${request('caller: https://a.example')}\ncontext_inputs:\n  - {key: plan, inject_at: plan_id}`)),
    [],
  ],

  ['intent-payload', steps(check(request('tool: get_products\npayload: {buying_mode: brief, brief: boots}'))), []],
  ['intent-payload', steps(check(request('tool: no_such_task\npayload: {a: 1}'))), []],
  ['intent-payload', steps(`task: other\n${request('tool: sync_plans\npayload: {a: 1}')}`), []],
  ['intent-payload', steps(check(`expect_error: true\n${request('tool: sync_plans\npayload: {a: 1}')}`)), []],
  [
    'intent-payload',
    steps(check(request(`tool: sync_plans\npayload:\n${plan.replaceAll(/^/gm, '  ')}`))),
    ["9:11 warning the request must have required property 'idempotency_key' (governance/sync-plans-request.json)"],
  ],

  [
    'past-flight-date',
    steps(
      check(request('flight: {start: "2027-01-01", end: "2027-02-01"}\nstart_time: $test_kit.governance.flight.start')),
    ),
    [],
  ],
  ['past-flight-date', steps(check(request('reporting_period: {start: "2026-01-01", end: "2026-02-01"}'))), []],
  [
    'past-flight-date',
    steps(check(request('start_time: "2020-01-01T00:00:00Z"\ncontext: {start_time: "2026-01-01"}'))),
    [],
  ],
  ['past-flight-date', steps(check(`expect_error: true\n${request('start_time: "2026-01-01T00:00:00Z"')}`)), []],
  [
    'past-flight-date',
    steps(
      check(request('plans:\n  - flight: {start: "2026-04-01", end: "2026-12-31"}\nend_time: "2026-11-20T23:59:59Z"')),
    ),
    [
      '9:24 warning start 2026-04-01 is past: give a later date, or every run must move it',
      '10:11 warning end_time 2026-11-20T23:59:59Z is past: give a later date, or every run must move it',
    ],
  ],

  [
    'unsatisfiable-pair',
    steps(
      valid(
        'check: field_present, path: a',
        'check: field_value, path: a, value: 1',
        'check: field_value, path: a, allowed_values: [1, 2]',
      ),
    ),
    [],
  ],
  [
    'unsatisfiable-pair',
    steps(
      valid(
        'check: field_present, path: a',
        'check: field_absent, path: b',
        'check: field_value, path: c, value: 1',
        'check: field_value, path: c, value: $context.x',
      ),
    ),
    [],
  ],
  [
    'unsatisfiable-pair',
    steps(valid('check: field_present, path: a', 'check: field_absent, path: a, severity: advisory')),
    [],
  ],
  [
    'unsatisfiable-pair',
    steps(valid('check: field_present, path: a', 'check: field_value, path: a')),
    ['9:13 error no reply satisfies both field_present and field_value at a'],
  ],
  [
    'unsatisfiable-pair',
    steps(valid('check: field_value, path: a, value: {x: 1}', 'check: field_absent, path: a')),
    ['9:13 error no reply satisfies both field_value [{"x":1}] and field_absent at a'],
  ],
  [
    'unsatisfiable-pair',
    steps(valid('check: field_value, path: a, value: 1', 'check: field_value, path: a, allowed_values: [2, 3]')),
    ['9:13 error no reply satisfies both field_value [1] and field_value [2,3] at a'],
  ],

  ['step-cannot-fail', steps(valid('check: response_schema'), 'task: expect_webhook'), []],
  [
    'step-cannot-fail',
    steps(
      `${valid('check: error_code')}\nexpect_error: true`,
      `${valid('check: field_present, path: "errors[0].code"')}\ngov_reply: error`,
    ),
    [],
  ],
  ['step-cannot-fail', steps(`${valid('check: gov_not_approved')}\ngov_reply: any`), []],
  [
    'step-cannot-fail',
    steps(check(''), valid('check: response_schema, severity: advisory'), valid('check: gov_audit_entries, min: 0')),
    [
      '5:9 warning any reply without an error passes: no required validation looks at it',
      '8:9 warning any reply without an error passes: no required validation looks at it',
      '12:9 warning any reply without an error passes: no required validation looks at it',
    ],
  ],
  [
    'step-cannot-fail',
    steps(`${valid('check: gov_context_echo')}\nexpect_error: true`, check('gov_reply: any')),
    [
      '5:9 warning any error passes: no required validation looks at the error; add error_code or gov_error_class',
      '10:9 error any reply passes: no required validation can fail',
    ],
  ],

  ['unknown-requirement', steps(valid('check: response_schema, requirements: [GOV-GA-001]')), []],
  [
    'unknown-requirement',
    steps(valid('check: response_schema, requirements: [GOV-GA-001, GOV-GA-999, GOV-XX-12345678]')),
    [
      '8:65 error there is no requirement "GOV-GA-999" in the catalogue',
      '8:77 error there is no requirement "GOV-XX-12345678" in the catalogue',
    ],
  ],
]

const requirements = new Set(['GOV-GA-001'])

describe.each([...new Set(cases.map(([rule]) => rule))])('%s', (rule) => {
  const own = cases.filter(([name]) => name === rule)
  it.each(own)('%#', async (_, text, findings) => {
    expect(await lintText(rule, text, { requirements })).toEqual(findings)
  })
})

describe('missing-test-kit', () => {
  const kit: KitLookup = {
    status: 'found',
    kit: { id: 'k', governance: { amounts: { total: 5 }, sellers: [{ url: 'u' }] } },
  }
  const board = (text: string) => lintText('missing-test-kit', text, { kit })

  it('is silent where the kit has what is drawn from it', async () => {
    const sample = request('a: $test_kit.governance.amounts.total\nb: "x $test_kit.governance.sellers[0].url"')
    expect(await board(steps(check(sample)))).toEqual([])
    expect(await board(steps('task: $test_kit.auth.probe_task\ntask_default: list_creatives'))).toEqual([])
  })
  it('names what the kit does not have', async () => {
    const sample = request('a: $test_kit.governance.amounts.totl')
    expect(await board(steps(check(sample), 'task: $test_kit.auth.probe_task'))).toEqual([
      '8:11 error $test_kit.governance.amounts.totl has no value: the test kit "k" does not have it',
      '10:9 error $test_kit.auth.probe_task has no value: the test kit "k" does not have it',
    ])
  })
  it('says when no kit is named', async () => {
    const text = steps(check(request('a: $test_kit.id')))
    expect(await lintText('missing-test-kit', text)).toEqual([
      '8:11 error $test_kit.id has no value: prerequisites.test_kit names no kit',
    ])
  })
  it('says once that the kit is not there', async () => {
    const text = `prerequisites: {test_kit: none.yaml}\n${steps(check(request('a: $test_kit.id')))}`
    expect(await lintText('missing-test-kit', text, { kit: { status: 'missing', message: 'no test kit' } })).toEqual([
      '1:17 error no test kit',
    ])
  })
  it('uses the values of the kit to hold samples against their schema', async () => {
    const text = steps(check(request('plan_id: $test_kit.governance.amounts.total\ncaller: https://a.example')))
    expect(await lintText('sample-request-schema', text, { kit })).toEqual([
      '8:11 error /plan_id must be string (governance/check-governance-request.json)',
    ])
  })
})

describe('missing-requirement', () => {
  const text = steps(
    valid(
      'check: response_schema',
      'check: gov_context_echo, severity: advisory',
      'check: gov_not_approved, requirements: [GOV-GA-001]',
    ),
  )
  const findings = async (path: string) =>
    (await lintFile(path, text, { requirements })).filter(({ rule }) => rule === 'missing-requirement')

  it('is asked of the governance storyboards of this program', async () => {
    expect(await findings('storyboards/governance-agent/budget/x.yaml')).toMatchObject([
      {
        line: 8,
        column: 13,
        severity: 'warning',
        message: 'response_schema grades no requirement: name one in "requirements", or make it advisory',
      },
    ])
  })
  it('is not asked of others', async () => {
    expect(await findings('my-storyboards/x.yaml')).toEqual([])
  })
})

it('is shown silent and speaking for each rule', () => {
  const shown = (rule: string, speaks: boolean) =>
    cases.some(([name, , findings]) => name === rule && findings.length > 0 === speaks)
  const unproven = rules.map(({ name }) => name).filter((rule) => !shown(rule, true) || !shown(rule, false))
  // Those two need more than a storyboard, and have their own tests above.
  expect(unproven).toEqual(['missing-test-kit', 'missing-requirement'])
})

it('lists every rule file, each under its own name', async () => {
  const files = (await readdir(import.meta.dirname)).filter((file) => !file.startsWith('index.'))
  expect(rules.map(({ name }) => `${name}.ts`).toSorted()).toEqual(files.toSorted())
})

it('reports from top to bottom, with the file', async () => {
  const findings = await lintFile('x.yaml', steps(valid('check: novelty', 'check: other')))
  expect(findings.map(({ file, line, rule }) => [file.endsWith('/x.yaml'), line, rule])).toEqual([
    [true, 8, 'unknown-check'],
    [true, 9, 'unknown-check'],
  ])
})
