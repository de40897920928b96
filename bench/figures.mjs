// @ts-check
// Prints the figures of docs/figures.md. Run it on a quiet machine after `npm run build`: node bench/figures.mjs
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = 'bin/adcp-gov-comply.js'
const report = join(tmpdir(), `figures-${process.pid}.json`)

/** @param {string[]} args @returns {Promise<{ ms: number, mib: number }>} */
async function measure(args) {
  const started = process.hrtime.bigint()
  const child = spawn(process.execPath, ['--import', './bench/usage.mjs', ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  let kib = ''
  child.stdio[3]?.on('data', (chunk) => {
    kib += chunk
  })
  await once(child, 'close')
  return { ms: Number(process.hrtime.bigint() - started) / 1e6, mib: Number(kib) / 1024 }
}

/** @param {number[]} values */
function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** @param {number} times @param {string[][]} commands @returns {Promise<{ ms: number, mib: number }[]>} */
async function inTurn(times, ...commands) {
  /** @type {{ ms: number, mib: number }[][]} */
  const runs = commands.map(() => [])
  for (let i = 0; i <= times; i += 1) {
    for (const [at, command] of commands.entries()) {
      const run = await measure(command)
      if (i > 0) runs[at]?.push(run) // the first round warms the disk cache
    }
  }
  return runs.map((run) => ({ ms: median(run.map(({ ms }) => ms)), mib: median(run.map(({ mib }) => mib)) }))
}

const [bare, version] = await inTurn(11, ['-e', '0'], [program, '--version'])
const [demo] = await inTurn(5, [program, 'demo', '--quiet'])
const agent = spawn(process.execPath, [program, 'serve', 'governance-agent', '--port', '0'], {
  stdio: ['ignore', 'ignore', 'pipe'],
})
const [said] = await once(agent.stderr, 'data')
const url = /http:\/\/\S+/.exec(String(said))?.[0] ?? ''
const [remote] = await inTurn(5, [program, url, '--quiet', '--json', report])
agent.kill('SIGTERM')
const counts = JSON.parse(readFileSync(report, 'utf8')).counts
rmSync(report)

const row = (/** @type {unknown[]} */ ...cells) => console.log(`| ${cells.join(' | ')} |`)
row('figure', 'median')
row('---', '---')
row('`--version`, wall, beyond bare `node -e 0`', `${((version?.ms ?? 0) - (bare?.ms ?? 0)).toFixed(0)} ms`)
row('`demo` (agent and runner in one process), wall', `${((demo?.ms ?? 0) / 1000).toFixed(2)} s`)
row('`demo`, peak memory', `${demo?.mib.toFixed(0)} MiB`)
row('run against the reference agent in its own process, wall', `${((remote?.ms ?? 0) / 1000).toFixed(2)} s`)
row('the same, peak memory of the runner', `${remote?.mib.toFixed(0)} MiB`)
row('task calls / HTTP requests of that run', `${counts.calls} / ${counts.http_requests ?? counts.httpRequests}`)
