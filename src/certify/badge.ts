import { toHtml } from 'hast-util-to-html'
import { s } from 'hastscript'
import type { Manifest } from '../evidence/manifest.ts'

/** What a badge says. */
export interface Badge {
  readonly label: string
  readonly message: string
  readonly color: 'brightgreen' | 'red' | 'lightgrey'
}

const hex = { brightgreen: '#2e7d32', red: '#c62828', lightgrey: '#6b6b6b' } as const

/** The badge of a run whose verdict was derived again. Green only for a complete, conformant run of a profile. */
export function badgeOf({ run, stage, tool }: Manifest): Badge {
  const day = run.finished_at.slice(0, 10)
  const about = run.scope.kind === 'selection' ? 'selected storyboards' : run.scope.id
  const message = `${about} · ${verdictWord(run.verdict)} · ${tool.version} · ${day}`
  return {
    label: 'AdCP governance',
    // A picture is XML, and what a bundle names is anybody's word.
    message: message.replace(/[^\w@.+· /-]/g, '?'),
    color: colorOf({ run, stage }),
  }
}

function colorOf({ run, stage }: Pick<Manifest, 'run' | 'stage'>): Badge['color'] {
  if (run.verdict === 'nonconformant') return 'red'
  const isWhole = run.verdict === 'conformant' && run.scope.kind === 'profile' && stage.stopped === undefined
  return isWhole ? 'brightgreen' : 'lightgrey'
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
