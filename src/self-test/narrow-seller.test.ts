import { expect, it } from 'vitest'
import { certificateFor } from '../peers/governance-peer/certificate.ts'
import { conformantSeller, type SellerParts } from '../reference/seller/parts.ts'
import { prepare } from '../run.ts'
import { runSeller } from './seller-bed.ts'

async function runOf(parts: SellerParts) {
  const prepared = await prepare('3.0', { kind: 'profile', id: 'governed-seller@3.0' })
  return await runSeller(parts, prepared, await certificateFor('127.0.0.1', Date.now()))
}

const notApplicable = (report: Awaited<ReturnType<typeof runOf>>) =>
  report.storyboards.filter(({ status }) => status === 'not_applicable').map(({ id }) => id)

const others = [
  'governed_seller/rights-change',
  'governed_seller/task/activate_signal',
  'governed_seller/task/build_creative',
  'governed_seller/task/acquire_rights',
  'governed_seller/task-refusal/activate_signal',
  'governed_seller/task-refusal/build_creative',
]

it('a seller of media buys alone loses nothing but what is said of rights', { timeout: 60_000 }, async () => {
  const report = await runOf({
    ...conformantSeller,
    capabilities: (adcp) => ({ ...conformantSeller.capabilities(adcp), supported_protocols: ['media_buy'] }),
    withheld: ['acquire_rights', 'update_rights', 'get_signals', 'activate_signal', 'build_creative'],
  })
  expect(notApplicable(report).toSorted()).toEqual(['governed_seller/rights', ...others].toSorted())
  expect(report.requirements.filter(({ status }) => status !== 'satisfied').map(({ id }) => id)).toEqual(['GOV-SE-011'])
  expect(report.verdict.status).toBe('conformant')
})

it('a task is voluntary, whatever the seller claims beside it', { timeout: 60_000 }, async () => {
  const report = await runOf({ ...conformantSeller, withheld: ['update_rights', 'activate_signal', 'build_creative'] })
  expect(notApplicable(report)).toEqual(others.filter((id) => !id.endsWith('/acquire_rights')))
  expect(report.requirements.filter(({ status }) => status !== 'satisfied')).toEqual([])
  expect(report.verdict.status).toBe('conformant')
})
