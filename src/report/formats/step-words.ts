import type { StepReport } from '../../model/run-report.ts'
import { unblock } from '../../model/unblock.ts'
import type { ValidationResult } from '../../model/verdict.ts'
import { failedValidations } from '../report-steps.ts'
import { skipWords } from '../skip-words.ts'
import { compactJson, terminalSafe } from '../terminal-safe.ts'

/** Agents and storyboards are strangers: their words on one line, without control characters, cut after `max` characters. */
export function plain(text: string, max = 1000): string {
  return terminalSafe(text, max)
}

/** Why a step did not pass, in one line; empty for one that did. */
export function whyNot({ verdict, ...step }: StepReport): string {
  switch (verdict.status) {
    case 'passed':
      return ''
    case 'failed':
      return (
        failedValidations({ verdict, ...step }, 'required')
          .map(inOneLine)
          .join('; ') || 'the step failed'
      )
    case 'blocked':
      return `${plain(verdict.detail)} (${verdict.reason}; to unblock: ${unblock[verdict.reason]})`
    case 'not_applicable':
      return `${plain(skipWords(verdict))} (${verdict.reason})`
    case 'errored':
      return plain(verdict.detail)
    default:
      return verdict satisfies never
  }
}

/** What was expected, what came, and where. */
export function details(validation: ValidationResult): readonly string[] {
  const { outcome } = validation
  if (outcome.status !== 'failed') return []
  return [
    inOneLine(validation),
    `expected: ${compactJson(outcome.expected, 2000)}`,
    `actual: ${compactJson(outcome.actual, 2000)}`,
    ...(outcome.pointer === null ? [] : [`where: ${plain(outcome.pointer || '/')}`]),
    ...(outcome.schemaErrors ?? [])
      .slice(0, 10)
      .map(({ instancePath, message }) => `schema: ${plain(`${instancePath || '/'} ${message}`)}`),
  ]
}

function inOneLine({ check, requirements, outcome }: ValidationResult): string {
  const ids = requirements.length > 0 ? `${plain(requirements.join(', '))}: ` : ''
  return outcome.status === 'failed' ? `${ids}${plain(outcome.message)} [${plain(check, 100)}]` : ''
}
