import type { Requirement } from '../../model/requirement.ts'
import type { Validation } from '../../model/storyboard.ts'
import type { Page } from '../../report/console-page.ts'
import { type AddressedStep, addressedSteps } from '../catalogue.ts'
import type { Known } from './known.ts'

/** What a requirement demands, where it is written, who grades it and what proves that the grading works. */
export function explainRequirement(requirement: Requirement, known: Known, page: Page): string[] {
  const { id, level, role, statement, source, url, versions, observe, unseen, remediation } = requirement
  const grading = gradedBy(id, known)
  const faults = known.faults.filter(({ requirement }) => requirement === id)
  const positions = known.positions.filter(({ requirements }) => requirements.includes(id))
  const profiles = known.profiles.filter(({ value }) => value.requirements.includes(id))
  return [
    ...page.line(`${id}  ${level}  ${role}`, 0, 'bold'),
    ...page.line(statement),
    '',
    ...page.labelled('source', source),
    ...(url === undefined ? [] : page.labelled('read', url)),
    ...page.labelled('versions', versions.join(', ')),
    ...page.labelled('seen by', observe.join(', ')),
    ...(unseen === undefined ? [] : page.labelled('unseen', unseen)),
    ...(remediation === undefined ? [] : page.labelled('mend', remediation)),
    ...profiles.flatMap(({ value }) => page.labelled('part of', value.id)),
    ...page.heading('GRADED BY', grading.length === 0 ? 'no storyboard that comes with this program' : ''),
    ...grading.flatMap((one) => gradingLines(one, page)),
    ...page.heading(
      'PROVEN BY',
      faults.length === 0 ? 'no fault' : `${demoOf(role)} --fault ID shows each of them caught`,
    ),
    ...faults.flatMap((fault) => page.line(`${fault.id}: ${fault.title}`)),
    ...(positions.length === 0 ? [] : page.heading('POSITIONS', 'where the texts of the protocol disagree')),
    ...positions.flatMap((one) => [...page.line(`${one.id}  ${one.title}`), ...page.line(one.graded, 2, 'dim')]),
  ]
}

function demoOf(role: Requirement['role']): string {
  return role === 'seller' ? 'demo --role seller' : 'demo'
}

interface Grading {
  readonly at: AddressedStep
  readonly validations: readonly Validation[]
}

function gradedBy(id: string, { storyboards }: Known): readonly Grading[] {
  return addressedSteps(storyboards)
    .map((at) => ({ at, validations: (at.step.validations ?? []).filter((one) => one.requirements?.includes(id)) }))
    .filter(({ validations }) => validations.length > 0)
}

function gradingLines({ at, validations }: Grading, page: Page): string[] {
  return [...page.line(at.address), ...validations.flatMap((validation) => validationLines(validation, page, 2))]
}

/** `check: what the author expects`, and the requirements it grades. */
export function validationLines(validation: Validation, page: Page, indent: number): string[] {
  const { check, description = '', path, severity, versions, requirements = [] } = validation
  const what = [check, ...(path === undefined ? [] : [path])].join(' ')
  const limits = [
    ...(severity === 'advisory' ? ['advisory'] : []),
    ...(versions ? [`only AdCP ${versions.join(', ')}`] : []),
  ]
  const limited = limits.length === 0 ? '' : ` (${limits.join('; ')})`
  const graded = requirements.length === 0 ? '' : `  [${requirements.join(' ')}]`
  return page.line(`${what}${limited}: ${description}${graded}`, indent, 'dim')
}
