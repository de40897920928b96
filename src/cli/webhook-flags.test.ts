import { Command } from 'commander'
import { expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import { addWebhookOptions, webhookMode } from './webhook-flags.ts'

function modeOf(...typed: readonly string[]) {
  const command = addWebhookOptions(new Command().exitOverride().configureOutput({ writeErr: () => undefined }))
  return webhookMode(command.parse(typed, { from: 'user' }).opts())
}

it('says nothing when nothing was said', () => {
  expect(modeOf()).toBeUndefined()
})

it('takes a public address with the port that it leads to', () => {
  expect(modeOf('--webhook-url', 'https://hooks.example.com/ci/', '--webhook-port', '8080')).toEqual({
    kind: 'public',
    url: 'https://hooks.example.com/ci',
    host: '127.0.0.1',
    port: 8080,
  })
  expect(modeOf('--webhook-url', 'http://localhost', '--webhook-port', '0', '--webhook-host', '0.0.0.0')).toMatchObject(
    {
      host: '0.0.0.0',
      port: 0,
    },
  )
  expect(modeOf('--no-webhooks')).toEqual({ kind: 'off' })
})

it.each([
  [['--webhook-url', 'http://hooks.example.com', '--webhook-port', '1'], /must begin with https/],
  [['--webhook-url', 'hooks', '--webhook-port', '1'], /is no web address/],
  [['--webhook-url', 'https://u:p@hooks.example.com', '--webhook-port', '1'], /neither a password/],
  [['--webhook-url', 'https://hooks.example.com?a=1', '--webhook-port', '1'], /neither a password/],
  [['--webhook-url', 'https://hooks.example.com'], /needs --webhook-port/],
  [['--webhook-port', '1'], /give it with --webhook-url/],
  [['--webhook-url', 'https://hooks.example.com', '--no-webhooks'], /either/],
])('turns %j down', (typed, message) => {
  expect(() => modeOf(...typed)).toThrow(message)
  expect(() => modeOf(...typed)).toThrow(UsageError)
})

it.each(['65536', '-1', '1.5', 'eighty', ''])('turns the port "%s" down', (port) => {
  expect(() => modeOf('--webhook-url', 'https://hooks.example.com', '--webhook-port', port)).toThrow(/port/)
})
