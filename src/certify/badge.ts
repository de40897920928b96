import { toHtml } from 'hast-util-to-html'
import { s } from 'hastscript'
import type { Manifest } from '../evidence/manifest.ts'
import type { Bundle } from '../evidence/open-bundle.ts'
import { beyondSignatures } from '../evidence/settled-outcomes.ts'
import type { Verification } from '../evidence/verify-bundle.ts'

/** What a badge says. */
export interface Badge {
  readonly label: string
  readonly message: string
  readonly color: 'brightgreen' | 'red' | 'lightgrey'
}

const hex = { brightgreen: '#2e7d32', red: '#c62828', lightgrey: '#6b6b6b' } as const

/** The badge of a run whose verdict was derived again. Green only where nothing is amiss; see `amiss`. */
export function badgeOf({ manifest }: Pick<Bundle, 'manifest'>, found: Derived): Badge {
  const { run, tool } = manifest
  const day = run.finished_at.slice(0, 10)
  const about = run.scope.kind === 'selection' ? 'selected storyboards' : run.scope.id
  const message = `${about} · ${verdictWord(run.verdict)} · ${tool.version} · ${day}`
  return {
    label: 'AdCP governance',
    // A picture is XML, and what a bundle names is anybody's word.
    message: message.replace(/[^\w@.+· /-]/g, '?'),
    color:
      run.verdict === 'nonconformant' ? 'red' : amiss({ manifest }, found).length > 0 ? 'lightgrey' : 'brightgreen',
  }
}

type Derived = Pick<Verification, 'settled' | 'unpublished'>

/** Why a badge cannot be green: sentences; none for a complete, conformant run of a profile by the rules that this release publishes. */
export function amiss({ manifest }: Pick<Bundle, 'manifest'>, { settled, unpublished }: Derived): readonly string[] {
  const { run, stage, manner } = manifest
  return [
    ...(run.verdict === 'conformant' ? [] : [`the verdict of the run is ${run.verdict}`]),
    ...(run.scope.kind === 'profile' ? [] : ['the run is not of a profile']),
    ...(stage.stopped ? ['the run was ended before it had finished'] : []),
    ...(manner.test_kit === undefined ? [] : ['the run had a test kit of its own']),
    ...unpublished,
    ...beyondSignatures(settled).map(({ step, result }) => `${result.check} in ${step} cannot be re-derived`),
  ]
}

function verdictWord(verdict: Manifest['run']['verdict']): string {
  return verdict === 'error' ? 'not graded' : verdict
}

/** The endpoint format of shields.io. */
export function shieldsEndpoint({ label, message, color }: Badge): string {
  return `${JSON.stringify({ schemaVersion: 1, label, message, color })}\n`
}

/** Pixels of a letter, on average; the text is fitted to it. */
const letter = 6.6
const padding = 12

/** The badge as a picture. */
export function badgeSvg({ label, message, color }: Badge): string {
  const [left, right] = [label, message].map((text) => Math.round(text.length * letter + padding)) as [number, number]
  const words = (text: string, x: number, width: number) =>
    s('text', { x: x + width / 2, y: 14, textLength: width - padding, lengthAdjust: 'spacingAndGlyphs' }, text)
  const picture = s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: left + right,
      height: 20,
      role: 'img',
      ariaLabel: `${label}: ${message}`,
    },
    [
      s('title', `${label}: ${message}`),
      s('rect', { width: left, height: 20, fill: '#444444' }),
      s('rect', { x: left, width: right, height: 20, fill: hex[color] }),
      s('g', { fill: '#ffffff', textAnchor: 'middle', fontFamily: 'Verdana,Geneva,sans-serif', fontSize: 11 }, [
        words(label, 0, left),
        words(message, left, right),
      ]),
    ],
  )
  return `${toHtml(picture, { space: 'svg' })}\n`
}
