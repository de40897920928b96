import type { JsonObject } from '../../model/json.ts'
import { rawJws, signerOf } from './raw-jws.ts'
import type { Tampering } from './tampering.ts'
import { type TokenOrder, validClaims, validHeader } from './valid-token.ts'

const minute = 60
const day = 86_400

/** A tampering of claims alone: all of it is signed with the published key. */
function claiming(
  id: string,
  requirement: string,
  title: string,
  change: (claims: JsonObject, order: TokenOrder) => JsonObject,
): Tampering {
  return {
    id,
    requirement,
    title,
    mint(order) {
      const claims = validClaims(order)
      return rawJws(validHeader(order), { ...claims, ...change(claims, order) }, signerOf(order.bench.own))
    },
  }
}

/** A good token that lacks one claim; what is not there equals nothing. */
function lacking(id: string, requirement: string, title: string, claim: 'aud' | 'sub' | 'phase'): Tampering {
  return {
    id,
    requirement,
    title,
    mint(order) {
      const { [claim]: _claim, ...rest } = validClaims(order)
      return rawJws(validHeader(order), rest, signerOf(order.bench.own))
    },
  }
}

const secondsOf = ({ now }: TokenOrder) => Math.floor(now / 1000)

/** One row a way to be wrong: id, requirement, what is wrong, the claims that say so. */
export const claimTamperings: readonly Tampering[] = [
  claiming('other-audience', 'GOV-SE-018', 'Is for another seller.', () => ({
    aud: 'https://another-seller.example/mcp',
  })),
  claiming(
    'audience-with-slash',
    'GOV-SE-018',
    'Is for an address with a slash more than that of the seller.',
    ({ aud }) => ({
      aud: `${aud}/`,
    }),
  ),
  claiming(
    'audience-origin-only',
    'GOV-SE-018',
    'Is for the host of the seller, and not for its address.',
    (_claims, order) => ({
      aud: new URL(order.audience).origin,
    }),
  ),
  lacking('audience-missing', 'GOV-SE-018', 'Does not say whom it is for.', 'aud'),
  claiming('other-plan', 'GOV-SE-019', 'Is for another plan.', ({ sub }) => ({ sub: `${sub}-other` })),
  lacking('plan-missing', 'GOV-SE-019', 'Does not say which plan it is for.', 'sub'),
  claiming('other-phase', 'GOV-SE-020', 'Is for reports of delivery.', () => ({ phase: 'delivery' })),
  claiming('other-media-buy', 'GOV-SE-020', 'Is for a change of another media buy.', () => ({
    phase: 'modification',
    media_buy_id: 'another-media-buy',
  })),
  claiming('unknown-phase', 'GOV-SE-020', 'Is for a phase that does not exist.', () => ({ phase: 'settlement' })),
  lacking('phase-missing', 'GOV-SE-020', 'Does not say which phase it is for.', 'phase'),
  claiming('expired', 'GOV-SE-021', 'Expired two minutes ago.', (_claims, order) => ({
    iat: secondsOf(order) - 15 * minute,
    exp: secondsOf(order) - 2 * minute,
  })),
  claiming('issued-in-the-future', 'GOV-SE-022', 'Is issued two minutes from now.', (_claims, order) => ({
    iat: secondsOf(order) + 2 * minute,
    exp: secondsOf(order) + 17 * minute,
  })),
  claiming('not-yet-good', 'GOV-SE-022', 'Becomes good two minutes from now.', (_claims, order) => ({
    nbf: secondsOf(order) + 2 * minute,
  })),
  claiming('unlisted-issuer', 'GOV-SE-028', 'Names an issuer that the brand of the buyer does not list.', () => ({
    iss: 'https://governance.unlisted.example/mcp',
  })),
  claiming(
    'neighbouring-issuer',
    'GOV-SE-028',
    'Names another tenant on the host of the issuer.',
    (_claims, order) => ({
      iss: `${new URL(order.issuer).origin}/another-tenant/mcp`,
    }),
  ),
  claiming('issuer-with-slash', 'GOV-SE-028', 'Names its issuer with a slash more than the brand does.', ({ iss }) => ({
    iss: `${iss}/`,
  })),
  claiming(
    'issuer-with-a-brand',
    'GOV-SE-029',
    'Names an issuer that a brand lists which is not that of the buyer.',
    (_claims, { stranger = 'https://governance.stranger.example/mcp' }) => ({ iss: stranger }),
  ),
  claiming('lives-too-long', 'GOV-SE-033', 'Is a purchase token that is good for 60 days.', (_claims, order) => ({
    phase: 'purchase',
    exp: secondsOf(order) + 60 * day,
  })),
]
