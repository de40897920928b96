import { describe, expect, it } from 'vitest'
import { adcpVersions } from '../../model/adcp-version.ts'
import { atVersion, errorAtVersion } from './wire-names.ts'

const { '3.0': v30, '3.1': v31 } = adcpVersions

describe('the names of fields', () => {
  it.each([
    [
      'check_governance',
      { check_id: 'c', status: 'denied' },
      { status: 'completed', check_id: 'c', verdict: 'denied' },
    ],
    ['check_governance', { status: 'submitted', task_id: 't' }, { status: 'submitted', task_id: 't' }],
    ['report_plan_outcome', { status: 'accepted' }, { status: 'completed', outcome_state: 'accepted' }],
    ['sync_plans', { plans: [{ status: 'active' }] }, { status: 'completed', plans: [{ status: 'active' }] }],
    [
      'get_plan_audit_logs',
      { plans: [{ status: 'active', entries: [{ status: 'approved' }] }, { status: 'active' }] },
      { status: 'completed', plans: [{ status: 'active', entries: [{ verdict: 'approved' }] }, { status: 'active' }] },
    ],
    [
      'get_adcp_capabilities',
      { adcp: { major_versions: [3] } },
      { status: 'completed', adcp: { major_versions: [3], supported_versions: ['3.1'] } },
    ],
  ])('%s at 3.0 and 3.1', (task, before, after) => {
    expect(atVersion(task, before, v30)).toEqual(before)
    expect(atVersion(task, before, v31)).toEqual(after)
  })
  it('an error at 3.0 and 3.1', () => {
    const error = { adcp_error: { code: 'PLAN_NOT_FOUND', message: 'No.' } }
    expect(errorAtVersion(error, v30)).toEqual(error)
    expect(errorAtVersion(error, v31)).toEqual({ status: 'failed', ...error })
  })
})
