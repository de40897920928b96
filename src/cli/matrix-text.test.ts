import { expect, it } from 'vitest'
import { matrixText } from './matrix-text.ts'

const fault = { requirement: 'GOV-GA-001', advisory: false, killedBy: [] }

it('says what went wrong as loudly as what went well', () => {
  const text = matrixText(
    {
      version: '1.0.0',
      adcp: '3.0',
      release: '3.0.6',
      notInForce: ['of-tomorrow'],
      passed: false,
      digest: 'd',
      faults: [
        { ...fault, fault: 'caught', status: 'killed', killedBy: ['a/b/c', 'a/b/d'], verdict: 'nonconformant' },
        { ...fault, fault: 'warned', status: 'killed', killedBy: ['a/b/c'], advisory: true, verdict: 'conformant' },
        { ...fault, fault: 'missed', status: 'survived', verdict: 'conformant' },
        { ...fault, fault: 'unknown', status: 'not_graded', verdict: 'not_run' },
      ],
      facades: [{ facade: 'facade-always-denies', verdict: 'nonconformant', violated: 3, unmasked: false }],
      variants: [
        { variant: 'text-only', verdict: 'conformant', lost: [] },
        { variant: 'unhurried', verdict: 'nonconformant', lost: ['a/b/c  too late\u001b[2J'] },
      ],
    },
    1234,
  )
  expect(text.split('\n').map((line) => line.replace(/ {3,}/g, '   '))).toEqual([
    'FAULTS',
    'killed   caught   GOV-GA-001   a/b/c and 1 more',
    'killed   warned   GOV-GA-001   a/b/c (advisory)',
    'NOT KILLED   missed   GOV-GA-001   conformant',
    'NOT GRADED   unknown   GOV-GA-001',
    '',
    'FAÇADES',
    'NOT UNMASKED   facade-always-denies   nonconformant, 3 requirements violated   Denies everything, and looks at nothing.',
    '',
    'VARIANTS',
    'no point lost   text-only   Puts the reply into a text block as JSON, behind a sentence for people, and sends no structuredContent.',
    'LOST 1 point   unhurried   Takes 50 ms to think before every answer.',
    '  unhurried   a/b/c  too late\\u001b[2J',
    '',
    '2 of 4 faults killed',
    '0 of 1 façades unmasked',
    '1 of 2 variants lost no point',
    'not tried, as they break nothing at AdCP 3.0: of-tomorrow',
    'AdCP 3.0, schemas of 3.0.6, 1.2 s, digest d',
    '',
  ])
})
