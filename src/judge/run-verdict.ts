import type { RequirementReport, RunVerdict, StepReport } from '../model/run-report.ts'

interface Facts {
  readonly steps: readonly StepReport[]
  readonly requirements: readonly RequirementReport[]
  readonly stopped?: RunVerdict['stopped']
}

/**
 * Conformant only when the run finished, nothing failed, was blocked or errored, every requirement in scope is accounted for,
 * and something was proven. SHOULD requirements are reported and never decide.
 */
export function runVerdict({ steps, requirements, stopped }: Facts): RunVerdict {
  const ended = stopped ? { stopped } : {}
  const count = (status: StepReport['verdict']['status']) =>
    steps.filter(({ verdict }) => verdict.status === status).length
  if (count('errored') > 0)
    return {
      status: 'error',
      reason: `${count('errored')} steps could not be graded: the tool or a storyboard is at fault`,
      ...ended,
    }
  const required = requirements.filter(({ level }) => level !== 'SHOULD')
  const violated = required.filter(({ status }) => status === 'violated').length
  if (count('failed') > 0 || violated > 0)
    return { status: 'nonconformant', reason: failureInWords(count('failed'), violated), ...ended }
  if (stopped) return { status: 'incomplete', reason: 'the run was ended before it had finished', ...ended }
  const open = required.filter(({ status }) => status === 'not_exercised').length
  if (count('blocked') > 0 || open > 0)
    return {
      status: 'incomplete',
      reason: `${counted(count('blocked'), 'step was', 'steps were')} blocked, ${counted(open, 'requirement was', 'requirements were')} not exercised`,
    }
  const proven = required.length === 0 || required.some(({ status }) => status === 'satisfied')
  if (count('passed') === 0 || !proven)
    return { status: 'incomplete', reason: 'nothing was proven: no requirement applied to this agent' }
  return { status: 'conformant', reason: 'every requirement in scope is accounted for, and none is violated' }
}

function failureInWords(steps: number, violated: number): string {
  return `${counted(steps, 'step', 'steps')} failed, ${counted(violated, 'requirement is', 'requirements are')} violated`
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
