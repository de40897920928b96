import type { Check } from '../../model/check.ts'
import { isJsonObject } from '../../model/json.ts'
import type { Profile } from '../../model/requirement.ts'
import type { Page } from '../../report/console-page.ts'
import { addressedSteps } from '../catalogue.ts'
import type { Known, KnownFault } from './known.ts'

/** What a check grades, the keys it takes, and the steps that use it. */
export function explainCheck({ kind, summary, params }: Check, { storyboards }: Known, page: Page): string[] {
  const keys = isJsonObject(params.properties) ? params.properties : {}
  const required = Array.isArray(params.required) ? params.required : []
  const used = addressedSteps(storyboards).filter(({ step }) => step.validations?.some(({ check }) => check === kind))
  return [
    ...page.line(`${kind}  check`, 0, 'bold'),
    ...page.line(summary),
    ...page.heading('KEYS', Object.keys(keys).length === 0 ? 'none' : ''),
    ...Object.entries(keys).flatMap(([key, schema]) =>
      page.line(`${key}${required.includes(key) ? ' (required)' : ''}: ${inWords(schema)}`),
    ),
    ...page.heading('USED BY', used.length === 0 ? 'no storyboard that comes with this program' : ''),
    ...used.flatMap(({ address }) => page.line(address)),
  ]
}

/** What a profile is for and what it takes. */
export function explainProfile(profile: Profile, page: Page): string[] {
  return [
    ...page.line(`${profile.id}  ${profile.title}`, 0, 'bold'),
    ...page.line((profile.description ?? '').trim().replace(/\s+/g, ' ')),
    ...page.heading('STORYBOARDS'),
    ...profile.storyboards.flatMap((id) => page.line(id)),
    ...page.heading('REQUIREMENTS'),
    ...page.line(profile.requirements.join(' ')),
  ]
}

/** What a fault breaks, and how to see it caught. */
export function explainFault(fault: KnownFault, { profiles }: Known, page: Page): string[] {
  const role = fault.requirement.startsWith('GOV-SE-') ? '--role seller ' : ''
  const isInLoop = profiles.some(({ value }) => value.role === 'loop' && value.requirements.includes(fault.requirement))
  return [
    ...page.line(`${fault.id}  fault`, 0, 'bold'),
    ...page.line(fault.title),
    '',
    ...page.labelled('violates', fault.requirement),
    ...page.labelled('try', `adcp-gov-comply demo ${role}--fault ${fault.id}`),
    ...(isInLoop
      ? page.labelled('or', `adcp-gov-comply demo --role loop --fault ${fault.id} (the other agent has no fault)`)
      : []),
  ]
}

/** What a rule of `lint` looks for. */
export function explainRule({ name, summary }: Known['rules'][number], page: Page): string[] {
  return [...page.line(`${name}  rule of lint`, 0, 'bold'), ...page.line(summary)]
}

function inWords(schema: unknown): string {
  if (!isJsonObject(schema)) return 'any value'
  return typeof schema.description === 'string' ? schema.description : JSON.stringify(schema)
}
