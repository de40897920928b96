/** What differs, by name, between the AdCP versions this release grades. */
export interface AdcpVersion {
  /** The line an agent declares support for, as people write it. */
  readonly line: '3.0' | '3.1'
  /** The release whose JSON Schemas grade the replies. */
  readonly release: string
  /** check_governance reply: the field that carries approved, denied or conditions (renamed in 3.1). */
  readonly decisionField: 'status' | 'verdict'
  /** report_plan_outcome reply: the field that carries accepted or findings (renamed in 3.1). */
  readonly outcomeField: 'status' | 'outcome_state'
}

export const adcpVersions = {
  '3.0': { line: '3.0', release: '3.0.6', decisionField: 'status', outcomeField: 'status' },
  '3.1': { line: '3.1', release: '3.1.19', decisionField: 'verdict', outcomeField: 'outcome_state' },
} as const satisfies Record<string, AdcpVersion>
