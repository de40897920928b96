import type * as Library from '../../src/index.ts'

const library = (await import(new URL('../../index.js', import.meta.url).href)) as typeof Library

/** This program, through its library. */
export async function gradeByOurs(url: string, id: string) {
  let made = 0
  const report = await library.run({
    url,
    credentials: {},
    adcpVersion: '3.0',
    scope: { kind: 'storyboards', names: [id] },
    dates: 'shift',
    limits: library.defaultLimits,
    clock: Date,
    ids: { uuid: () => crypto.randomUUID(), opaque: () => `compare_${++made}` },
  })
  const { passed, failed, blocked, not_applicable, errored } = report.counts.steps
  const board = report.storyboards.find((one) => one.id === id)
  return {
    verdict: board?.status ?? report.verdict.status,
    passed,
    failed: failed + errored,
    skipped: blocked + not_applicable,
  }
}
