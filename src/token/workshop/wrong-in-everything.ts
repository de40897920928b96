import { rawJws, signerOf } from './raw-jws.ts'
import type { Tampering } from './tampering.ts'
import { validClaims, validHeader } from './valid-token.ts'

const day = 86_400

/** Whoever verifies anything refuses it, so whoever takes it passes tokens on without looking into them. */
export const wrongInEverything = {
  id: 'wrong-in-everything',
  requirement: 'GOV-SE-017',
  title: 'Is wrong in its algorithm, type, key, signature, issuer, audience, plan, phase and time.',
  mint(order) {
    const claims = validClaims(order)
    const header = { ...validHeader(order), alg: 'HS512', typ: 'JWT', kid: 'nobody', crit: ['nothing'] }
    const stranger = { iss: 'https://governance.unlisted.example/mcp', aud: 'https://another-seller.example/mcp' }
    const past = { iat: Number(claims.iat) - 3 * day, exp: Number(claims.iat) - 2 * day }
    const wrong = { ...claims, ...stranger, ...past, sub: 'another-plan', phase: 'settlement' }
    return rawJws(header, wrong, signerOf(order.bench.foreign))
  },
} as const satisfies Tampering
