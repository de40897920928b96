import type { LostScope, RequirementReport, RunVerdict, StepReport } from '../model/run-report.ts'
import { decides } from './board-status.ts'
import { lostScopeOf } from './lost-scope.ts'

interface Facts {
  readonly steps: readonly StepReport[]
  readonly requirements: readonly RequirementReport[]
  readonly stopped?: RunVerdict['stopped']
}

/**
 * Conformant only when the run finished, nothing failed, was blocked or errored, every requirement in scope is accounted for,
 * and something was proven. SHOULD requirements are reported and never decide. What does not apply to the agent is told as
 * lost scope, whatever the verdict.
 */
export function runVerdict(facts: Facts): RunVerdict {
  const { status, reason } = decide(facts)
  const lostScope = lostScopeOf(facts.requirements)
  const { stopped } = facts
  return {
    status,
    reason: lostScope.length === 0 ? reason : `${reason}; ${lossInWords(lostScope, facts.requirements.length)}`,
    ...(stopped ? { stopped } : {}),
    ...(lostScope.length === 0 ? {} : { lostScope }),
  }
}

function decide({ steps, requirements, stopped }: Facts): Pick<RunVerdict, 'status' | 'reason'> {
  const deciding = steps.filter(decides)
  const count = (status: StepReport['verdict']['status']) =>
    deciding.filter(({ verdict }) => verdict.status === status).length
  const required = requirements.filter(({ level }) => level !== 'SHOULD')
  const having = (status: RequirementReport['status']) => required.filter((row) => row.status === status).length
  if (count('errored') > 0) return { status: 'error', reason: errorInWords(count('errored')) }
  if (count('failed') > 0 || having('violated') > 0)
    return { status: 'nonconformant', reason: failureInWords(count('failed'), having('violated')) }
  if (stopped) return { status: 'incomplete', reason: 'the run was ended before it had finished' }
  if (count('blocked') > 0 || having('not_exercised') > 0)
    return { status: 'incomplete', reason: openInWords(count('blocked'), having('not_exercised')) }
  if (count('passed') === 0 || (required.length > 0 && having('satisfied') === 0))
    return { status: 'incomplete', reason: 'nothing was proven: no requirement applied to this agent' }
  return { status: 'conformant', reason: provenInWords(requirements) + optionalInWords(steps.length - deciding.length) }
}

function errorInWords(steps: number): string {
  return `${counted(steps, 'step', 'steps')} could not be graded: the tool or a storyboard is at fault`
}

function failureInWords(steps: number, violated: number): string {
  return `${counted(steps, 'step', 'steps')} failed, ${counted(violated, 'requirement is', 'requirements are')} violated`
}

function openInWords(steps: number, open: number): string {
  return `${counted(steps, 'step was', 'steps were')} blocked, ${counted(open, 'requirement was', 'requirements were')} not exercised`
}

function provenInWords(requirements: readonly RequirementReport[]): string {
  const applying = requirements.filter(({ status }) => status !== 'not_applicable')
  const open = applying.filter(({ status }) => status !== 'satisfied')
  const violated = open.filter(({ status }) => status === 'violated').length
  const proven =
    open.length === 0
      ? 'every requirement in scope is accounted for, and none is violated'
      : `every MUST in scope is satisfied; of the SHOULDs ${violated} violated, ${open.length - violated} not exercised`
  const all = requirements.length
  return applying.length === all ? proven : `${applying.length} of ${all} requirements apply; ${proven}`
}

function optionalInWords(steps: number): string {
  return steps === 0 ? '' : `; ${counted(steps, 'optional step', 'optional steps')} did not pass, which decides nothing`
}

function lossInWords(losses: readonly LostScope[], all: number): string {
  const lost = losses.reduce((sum, { requirements }) => sum + requirements.length, 0)
  const more = losses.length - 1
  const others = more === 0 ? '' : `, and ${counted(more, 'more reason', 'more reasons')}`
  return `lost scope: ${lost} of ${all} not applicable, because ${losses[0]?.reason}${others}`
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
