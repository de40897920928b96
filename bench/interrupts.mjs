// @ts-check
// Interrupts runs at random moments and looks whether a report was lost or left half-written: node bench/interrupts.mjs [times] [seed]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

const [times = '200', seed = '1'] = process.argv.slice(2)
/** The longest that a run is left alone once it has begun, in milliseconds: somewhat longer than one takes. */
const longest = 3000
/** One signal in ten comes this early after the start, in milliseconds, mostly before the program has read itself in. */
const early = 600

let state = Number(seed)
/** A linear congruential generator: the same seed interrupts at the same moments. */
function random() {
  state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
  return state / 2 ** 32
}

/** What is asked for beside the machine report, in turn, and how its file must end to be whole. */
const besides = /** @type {const} */ ([
  {
    flag: '--reporter',
    value: 'junit=',
    file: 'report.xml',
    isWhole: (/** @type {Buffer} */ bytes) => endsIn(bytes, '</testsuites>'),
  },
  {
    flag: '--reporter',
    value: 'html=',
    file: 'report.html',
    isWhole: (/** @type {Buffer} */ bytes) => endsIn(bytes, '</html>'),
  },
  {
    flag: '--reporter',
    value: 'ndjson=',
    file: 'run.ndjson',
    isWhole: (/** @type {Buffer} */ bytes) => linesOf(bytes).every(isJson),
  },
  { flag: '--evidence', value: '', file: 'evidence.zip', isWhole: endsAsArchive },
])
const signals = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })
const names = /** @type {(keyof typeof signals)[]} */ (Object.keys(signals))

/** @type {Record<string, number>} */
const seen = {}
/** @type {string[]} */
const wrong = []
for (let i = 0; i < Number(times); i += 1) {
  const atStart = i % 10 === 9
  const after = Math.round(random() * (atStart ? early : longest))
  const signal = names[i % names.length] ?? 'SIGINT'
  const beside = besides[Math.floor(random() * besides.length)] ?? besides[0]
  const outcome = await interrupted({ after, atStart, signal, beside })
  seen[outcome] = (seen[outcome] ?? 0) + 1
  if (outcome.startsWith('wrong'))
    wrong.push(
      `${outcome} (${signal} ${after} ms after the ${atStart ? 'start' : 'first contact'}, with ${beside.file})`,
    )
}
console.log(`${times} signals:`, seen)
console.log(wrong.length === 0 ? 'no report was lost or left half-written' : `${wrong.length} went wrong`)
for (const line of wrong) console.log(line)
process.exitCode = wrong.length > 0 ? 1 : 0

/** @param {{ after: number, atStart: boolean, signal: keyof typeof signals, beside: typeof besides[number] }} how @returns {Promise<string>} */
async function interrupted({ after, atStart, signal, beside }) {
  const folder = mkdtempSync(join(tmpdir(), 'interrupts-'))
  try {
    const words = ['bin/adcp-gov-comply.js', 'demo', '--json', join(folder, 'report.json')]
    const child = spawn(process.execPath, [...words, beside.flag, `${beside.value}${join(folder, beside.file)}`], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let told = ''
    const began = new Promise((done) => {
      child.stderr.on('data', (chunk) => {
        told += chunk
        if (told.includes('contacting')) done(undefined)
      })
    })
    const ended = once(child, 'close')
    if (!atStart) await Promise.race([began, ended])
    await Promise.race([setTimeout(after), ended])
    child.kill(signal)
    const [code, by] = await ended
    return judge(folder, { code, by, signal, began: told.includes('contacting') }, beside)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * @param {string} folder
 * @param {{ code: number | null, by: string | null, signal: keyof typeof signals, began: boolean }} end
 * @param {typeof besides[number]} beside
 */
function judge(folder, { code, by, signal, began }, beside) {
  const files = readdirSync(folder)
  if (files.some((name) => name.endsWith('.tmp'))) return 'wrong: a draft was left behind'
  // Nothing was sent yet, so there is nothing to report.
  if (by !== null && !began) return 'before the first call: ended at once'
  for (const name of ['report.json', beside.file])
    if (!files.includes(name)) return `wrong: no ${name}, exit ${code ?? by}`
  if (!beside.isWhole(readFileSync(join(folder, beside.file)))) return `wrong: half of ${beside.file}`
  const { verdict } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  if (code === 0) return verdict.status === 'conformant' ? 'finished in time' : 'wrong: exit 0'
  // A shell says 128 and the number of the signal of a program that the signal ended while it closed its sockets.
  if (by === signal) return verdict.status === 'conformant' ? 'after the report was written' : `wrong: died of ${by}`
  return code === signals[signal] ? `interrupted, report kept (${verdict.status})` : `wrong: exit ${code}`
}

/** @param {Buffer} bytes @param {string} end */
function endsIn(bytes, end) {
  return bytes.toString('utf8').trimEnd().endsWith(end)
}

/** @param {Buffer} bytes */
function linesOf(bytes) {
  const text = bytes.toString('utf8')
  return text.endsWith('\n') ? text.slice(0, -1).split('\n') : ['not ended']
}

/** @param {string} line */
function isJson(line) {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

/** The last record of a ZIP archive. @param {Buffer} bytes */
function endsAsArchive(bytes) {
  return bytes.subarray(-22, -18).equals(Buffer.from('PK\x05\x06', 'latin1'))
}
