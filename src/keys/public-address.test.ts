import { expect, it } from 'vitest'
import { isPublicAddress, isReservedName } from './public-address.ts'

it.each([
  '1.1.1.1',
  '93.184.215.14',
  '172.15.255.255',
  '172.32.0.0',
  '100.63.255.255',
  '2606:4700::1111',
  '2a00:1450::1',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

it.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'ff02::1',
  '2001::1',
  '2001:db8::1',
  '2002:a00:1::',
  'example.com',
  '',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

it('knows names that lead nowhere', () => {
  const names = ['gov.acme.example', 'LOCALHOST', 'a.localhost', 'x.test.', 'printer.local', 'db.internal', 'a.invalid']
  expect(names.filter((name) => !isReservedName(name))).toEqual([])
  expect(['example.com', 'contest.com', 'local.acme.com', 'internal.com'].filter(isReservedName)).toEqual([])
})
