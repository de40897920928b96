import { expect, it } from 'vitest'
import { adcpVersions } from '../../model/adcp-version.ts'
import { versionProblem } from './version-problem.ts'

const { '3.0': v30, '3.1': v31 } = adcpVersions

it.each([
  [{}, undefined, undefined],
  [{ adcp_major_version: 3, adcp_version: '3.1' }, undefined, undefined],
  [{ adcp_version: '3.0' }, undefined, undefined],
  [{ adcp_version: '4.0' }, undefined, 'adcp_version'],
  [{ adcp_version: '30.1' }, undefined, 'adcp_version'],
  [{ adcp_version: null }, undefined, undefined],
  [{ adcp_major_version: 2 }, 'adcp_major_version', 'adcp_major_version'],
  [{ adcp_major_version: '3' }, 'adcp_major_version', 'adcp_major_version'],
])('%j is unsupported at 3.0 by %s, at 3.1 by %s', (args, at3_0, at3_1) => {
  expect([versionProblem(args, v30)?.more.field, versionProblem(args, v31)?.more.field]).toEqual([at3_0, at3_1])
  if (at3_1) expect(versionProblem(args, v31)?.code).toBe('VERSION_UNSUPPORTED')
})
