import { expect, it } from 'vitest'
import { AgentUnavailable, AuthoringError, UsageError } from '../errors.ts'
import { testIo } from './io.fixture.ts'
import { tellError } from './tell-error.ts'

function told(error: unknown, env = {}): string {
  const io = testIo(env)
  tellError(error, io)
  return io.heard().stderr
}

it('says in one line what the person at the shell can mend', () => {
  expect(told(new UsageError('no profile "x". Use another'))).toBe('adcp-gov-comply: no profile "x". Use another.\n')
  expect(told(new UsageError('did you mean "y"?'))).toBe('adcp-gov-comply: did you mean "y"?\n')
})

it('shows escape sequences instead of sending them to the terminal', () => {
  expect(told(new UsageError('nothing is called "\u001b[31mred\u0007"'))).toBe(
    'adcp-gov-comply: nothing is called "\\u001b[31mred\\u0007".\n',
  )
  const place = { file: 'a\u001b.yaml', line: 1, column: 1 }
  expect(told(new AuthoringError([{ ...place, message: 'no id' }]))).toContain('\na\\u001b.yaml:1:1  no id\n')
})

it('says why an agent is not available, and what to do', () => {
  expect(told(new AgentUnavailable('http://a/mcp', 'connection refused', 'Start the agent.'))).toBe(
    'adcp-gov-comply: http://a/mcp: connection refused. Start the agent.\n',
  )
})

it('names every place that an author must mend', () => {
  const place = { file: 'a.yaml', line: 3, column: 5 }
  expect(told(new AuthoringError([{ ...place, message: 'no id' }]))).toBe(
    'adcp-gov-comply: a file must be mended before anything is sent:\na.yaml:3:5  no id\n',
  )
  expect(
    told(
      new AuthoringError([
        { ...place, message: 'no id' },
        { ...place, line: 9, message: 'no task' },
      ]),
    ),
  ).toBe('adcp-gov-comply: 2 places must be mended before anything is sent:\na.yaml:3:5  no id\na.yaml:9:5  no task\n')
})

it('shows the stack of what people can mend only when asked to', () => {
  const error = new UsageError('wrong', { cause: new Error('deeper') })
  expect(told(error)).not.toContain('at ')
  const text = told(error, { ADCP_DEBUG: '1' })
  expect(text).toContain('tell-error.test.ts')
  expect(text).toContain('caused by Error: deeper')
})

it('owns up to a bug, with its stack', () => {
  const text = told(new TypeError('x is undefined'))
  expect(text).toContain('this is a bug of this tool, not of the agent')
  expect(text).toContain('TypeError: x is undefined\n    at ')
  expect(told('thrown text')).toContain('\nthrown text\n')
})
