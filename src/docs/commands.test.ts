import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { commandsPage } from '../cli/commands-page.ts'
import { testIo } from '../cli/io.fixture.ts'
import { main } from '../cli/main.ts'
import { buildProgram } from '../cli/program.ts'
import { calls, pages } from './pages.fixture.ts'

/** The program with commands that do nothing. */
function idle(): Command {
  const program = buildProgram(testIo(), () => {})
  const quiet = (command: Command) => {
    if (command.commands.length === 0 || command.registeredArguments.length > 0) command.action(() => {})
    for (const inner of command.commands) quiet(inner)
  }
  quiet(program)
  return program
}

const written = pages.flatMap((page) => calls(page).map((words) => ({ path: page.path, line: words.join(' '), words })))

it('docs/commands.md says what the program says; if not: npm run docs', () => {
  expect(pages.find(({ path }) => path === 'docs/commands.md')?.text).toBe(commandsPage())
})

it('finds the lines that are written', () => {
  expect(written.length).toBeGreaterThan(20)
})

it.each(written)('$path: the program takes "$line"', async ({ words }) => {
  await expect(idle().parseAsync(words, { from: 'user' })).resolves.toBeDefined()
})

/** Commands that ask nobody and write nothing. */
const offline = /^(list|explain|coverage|config print|completion|demo|--help|--version)\b/
const here = written.filter(({ line }) => offline.test(line))

describe('offline', () => {
  it.each(here)('$path: "$line" runs', async ({ words, line }) => {
    const io = testIo()
    expect(await main(words, io)).toBe(line.includes('--fault ') ? 1 : 0)
    expect(io.heard().stdout).not.toBe('')
  })
})

/** Options of other programs. */
const foreign = new Set(['--rm', '--cov', '--write', '--yes', '--package'])

it('every option that is named is one of the program', () => {
  const optionsOf = (command: Command): readonly string[] => [
    ...command.options.flatMap(({ long, negate }) =>
      long ? [long, ...(negate ? [long.replace('--no-', '--')] : [])] : [],
    ),
    ...command.commands.flatMap(optionsOf),
  ]
  const known = new Set([...optionsOf(idle()), '--help', ...foreign])
  const named = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/`[^`\n]*`/g)].flatMap(([code]) =>
      [...code.matchAll(/(?<=^`|\s)--[a-z][a-z0-9-]*/g)].map(([option]) => ({ path, option })),
    ),
  )
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter(({ option }) => !known.has(option) && option !== '--oauth-')).toEqual([])
})
