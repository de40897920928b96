import { exportJWK, generateKeyPair } from 'jose'
import type { Variant } from './variant.ts'

export const es256Tokens = {
  id: 'es256-tokens',
  title: 'Signs tokens and revocation lists with ES256.',
  async keys(kid) {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
    const open = await exportJWK(publicKey)
    return {
      kid,
      privateKey,
      publicJwk: { ...open, kid, alg: 'ES256', use: 'sig', key_ops: ['verify'], adcp_use: 'governance-signing' },
      retired: [],
    }
  },
} as const satisfies Variant
