import { CommanderError } from 'commander'
import { expect, it } from 'vitest'
import { AgentUnavailable, AuthoringError, UsageError } from '../errors.ts'
import type { RunVerdict } from '../model/run-report.ts'
import { verdictExitCode } from '../report/verdict-exit-code.ts'
import { errorExitCode } from './exit-code.ts'

it.each<[RunVerdict['status'], RunVerdict['stopped'], number]>([
  ['conformant', undefined, 0],
  ['nonconformant', undefined, 1],
  ['incomplete', undefined, 3],
  ['unreachable', undefined, 4],
  ['error', undefined, 5],
  ['incomplete', 'deadline', 3],
  ['nonconformant', 'deadline', 1],
  ['nonconformant', 'SIGINT', 130],
  ['incomplete', 'SIGINT', 130],
  ['incomplete', 'SIGTERM', 143],
])('a %s run ended by %s exits with %i', (status, stopped, code) => {
  expect(verdictExitCode({ status, reason: '', ...(stopped && { stopped }) })).toBe(code)
})

it.each([
  ['a usage error', new UsageError('x'), 2],
  ['an authoring error', new AuthoringError([]), 2],
  ['an unknown option', new CommanderError(1, 'commander.unknownOption', 'x'), 2],
  ['help', new CommanderError(0, 'commander.helpDisplayed', 'x'), 0],
  ['an agent that is not available', new AgentUnavailable('u', 'c', 'r'), 4],
  ['anything else', new TypeError('x'), 5],
  ['what is no error', 'x', 5],
])('%s exits with the code for it', (_name, error, code) => {
  expect(errorExitCode(error)).toBe(code)
})
