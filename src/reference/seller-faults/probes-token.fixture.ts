import { tamperings } from '../../token/workshop/index.ts'
import type { SellerParts } from '../seller/parts.ts'
import {
  codeOf,
  creative,
  governanceUrl,
  governedBed,
  purchase,
  revocationsAt,
  strangerUrl,
} from '../seller.fixture.ts'
import { buy, change, otherwise, type SellerProbe, tampered } from './probe-acts.fixture.ts'

const origin = new URL(governanceUrl).origin

export const tokenProbes: Readonly<Record<string, SellerProbe>> = {
  'GOV-SE-016': async (parts) => {
    const bed = await governedBed(parts)
    const codes = [codeOf(await bed.call('create_media_buy', purchase()))]
    codes.push(codeOf(await bed.call('build_creative', creative())), codeOf(await otherwise.extend(bed, {})))
    return codes
  },
  'GOV-SE-026': async (parts) => {
    const bed = await governedBed(parts)
    const codes = [codeOf(await buy(bed, tampered(bed, 'unknown-kid')))]
    bed.wait(31_000)
    codes.push(
      codeOf(await buy(bed, tampered(bed, 'unknown-kid'))),
      codeOf(await buy(bed, tampered(bed, 'unknown-kid'))),
    )
    return [codes, bed.fetched.filter((url) => url.endsWith('jwks.json')).length]
  },
  'GOV-SE-029': async (parts) => {
    const bed = await governedBed(parts)
    return codeOf(await buy(bed, { governance_context: bed.token({ issuer: strangerUrl }) }))
  },
  'GOV-SE-031': async (parts) => {
    const bed = await governedBed(parts)
    bed.documents.set(`${origin}/.well-known/governance-revocations.json`, await revocationsAt(bed.now() - 86_400_000))
    return codeOf(await buy(bed, tampered(bed, 'stale-revocation-list')))
  },
  'GOV-SE-032': async (parts) => {
    const bed = await governedBed(parts)
    const once = { governance_context: bed.token() }
    return [codeOf(await buy(bed, once)), codeOf(await buy(bed, once))]
  },
  'GOV-SE-034': async (parts) => {
    const bed = await governedBed(parts)
    const jwks_uri = `http://governance.acme.example/.well-known/jwks.json`
    bed.documents.set('https://acmeoutdoor.example/.well-known/brand.json', {
      agents: [{ type: 'governance', url: governanceUrl, jwks_uri }],
    })
    return codeOf(await buy(bed))
  },
  'GOV-SE-035': async (parts) => {
    const bed = await governedBed(parts)
    const words = ['expired', 'other-plan', 'foreign-signature'].map(
      async (id) => (await buy(bed, tampered(bed, id))).payload.adcp_error,
    )
    const told = (await Promise.all(words)).filter((error) => error !== undefined)
    return new Set(told.map((error) => JSON.stringify(error))).size
  },
  ...Object.fromEntries(tokenRows().map((requirement) => [requirement, tokenProbe(requirement)])),
}

/** The requirements whose breach is the acceptance of a tampered token. */
function tokenRows(): readonly string[] {
  return ['017', '018', '019', '020', '021', '022', '023', '024', '025', '027', '028', '030', '033'].map(
    (row) => `GOV-SE-${row}`,
  )
}

function tokenProbe(requirement: string): SellerProbe {
  return async (parts) => {
    const codes: unknown[] = []
    for (const { id } of tamperings.filter((one) => one.requirement === requirement)) {
      const bed = await governedBed(parts)
      codes.push(id, codeOf(await buy(bed, tampered(bed, id))))
    }
    if (requirement === 'GOV-SE-017') codes.push(await foreignActivation(parts))
    return requirement === 'GOV-SE-020' ? [codes, await otherMediaBuy(parts)] : codes
  }
}

async function foreignActivation(parts: SellerParts): Promise<unknown> {
  const bed = await governedBed(parts)
  return codeOf(await otherwise.activate(bed, tampered(bed, 'foreign-signature')))
}

async function otherMediaBuy(parts: SellerParts): Promise<unknown> {
  const bed = await governedBed(parts)
  const governance_context = bed.token({ phase: 'modification', mediaBuyId: 'mb_other' })
  return codeOf(await change(bed, await buy(bed), { governance_context, end_time: '2027-06-01T00:00:00Z' }))
}
