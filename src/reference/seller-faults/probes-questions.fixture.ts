import { deny, governedBed } from '../seller.fixture.ts'
import { buy, change, deliver, made, otherwise, type SellerProbe } from './probe-acts.fixture.ts'

const invoice_recipient = { legal_name: 'Acme Outdoor' }

export const questionsProbes: Readonly<Record<string, SellerProbe>> = {
  'GOV-SE-039': async (parts) => {
    const bed = await governedBed(parts)
    const token = bed.token()
    await buy(bed, { governance_context: token })
    return bed.checks.map(({ args }) => args.governance_context === token)
  },
  'GOV-SE-040': async (parts) => {
    const bed = await governedBed(parts)
    await buy(bed)
    return bed.checks.map(({ args: { governance_context: _token, ...rest } }) => rest)
  },
  'GOV-SE-042': async (parts) => {
    const bed = await governedBed(parts)
    await change(bed, await buy(bed), { end_time: '2027-06-01T00:00:00Z' })
    await otherwise.extend(bed)
    return bed.checks.map(({ args }) => args.phase)
  },
  'GOV-SE-044': async (parts) => {
    const bed = await governedBed(parts)
    await deliver(bed, await buy(bed))
    return bed.checks.slice(1).map(({ args }) => [args.phase, args.delivery_metrics ?? null])
  },
  'GOV-SE-045': async (parts) => {
    const bed = await governedBed(parts)
    const bought = await buy(bed)
    bed.answer(deny)
    await deliver(bed, bought)
    return (await made(bed)).map(({ status }) => status)
  },
  'GOV-SE-057': async (parts) => {
    const bed = await governedBed(parts)
    await buy(bed, { invoice_recipient })
    return bed.checks.map(({ args }) => args.invoice_recipient ?? null)
  },
}
