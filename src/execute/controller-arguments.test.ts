import { expect, it } from 'vitest'
import { adcpVersions } from '../model/adcp-version.ts'
import { controllerArguments } from './controller-arguments.ts'

const args = { scenario: 'seed_product', params: { product_id: 'p' } }

it('are sent as they are at 3.0', () => {
  expect(controllerArguments(args, adcpVersions['3.0'])).toEqual(args)
})

it('say at 3.1 that they are meant for a sandbox', () => {
  expect(controllerArguments(args, adcpVersions['3.1'])).toEqual({ ...args, account: { sandbox: true } })
})
