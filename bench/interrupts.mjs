// @ts-check
// Interrupts runs at random moments and looks whether a report was lost or left half-written: node bench/interrupts.mjs [times] [seed]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const [times = '200', seed = '1'] = process.argv.slice(2)
/** The longest that a run is left alone, in milliseconds: somewhat longer than one takes. */
const longest = 4000

let state = Number(seed)
/** A linear congruential generator: the same seed interrupts at the same moments. */
function random() {
  state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
  return state / 2 ** 32
}

/** @type {Record<string, number>} */
const seen = {}
/** @type {string[]} */
const wrong = []
for (let i = 0; i < Number(times); i += 1) {
  const after = Math.round(random() * longest)
  const signal = i % 2 === 0 ? 'SIGINT' : 'SIGTERM'
  const outcome = await interrupted(after, signal)
  seen[outcome] = (seen[outcome] ?? 0) + 1
  if (outcome.startsWith('wrong')) wrong.push(`${outcome} (${signal} after ${after} ms)`)
}
console.log(`${times} runs:`, seen)
for (const line of wrong) console.log(line)
process.exitCode = wrong.length > 0 ? 1 : 0

/** @param {number} after @param {NodeJS.Signals} signal @returns {Promise<string>} */
async function interrupted(after, signal) {
  const folder = mkdtempSync(join(tmpdir(), 'interrupts-'))
  try {
    const words = ['bin/adcp-gov-comply.js', 'demo', '--quiet']
    const files = ['--json', join(folder, 'report.json'), '--reporter', `junit=${join(folder, 'report.xml')}`]
    const child = spawn(process.execPath, [...words, ...files], { stdio: ['ignore', 'ignore', 'ignore'] })
    const ended = once(child, 'exit')
    await Promise.race([setTimeout(after), ended])
    child.kill(signal)
    const [code, by] = await ended
    return judge(folder, code, by)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** @param {string} folder @param {number | null} code @param {string | null} by */
function judge(folder, code, by) {
  const files = readdirSync(folder)
  if (files.some((name) => name.endsWith('.tmp'))) return 'wrong: a draft was left behind'
  if (by !== null) return files.length === 0 ? 'ended before it listened for signals' : 'wrong: died with a report'
  if (!files.includes('report.json')) return `wrong: no report, exit ${code}`
  const { verdict } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  if (!readFileSync(join(folder, 'report.xml'), 'utf8').trimEnd().endsWith('</testsuites>'))
    return 'wrong: half a report'
  if (code === 0) return verdict.status === 'conformant' ? 'finished in time' : 'wrong: exit 0'
  const said = code === 130 || code === 143
  return said ? `interrupted, report kept (${verdict.status})` : `wrong: exit ${code}`
}
