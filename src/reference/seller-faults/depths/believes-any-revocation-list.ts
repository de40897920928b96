import { readSignedList } from '../../../token/read-signed-list.ts'
import { textAt, textsIn } from '../../governance-agent/payload.ts'
import type { SellerFault } from '../seller-fault.ts'
import { withStep } from '../without-step.ts'

export const believesAnyRevocationList = {
  id: 'believes-any-revocation-list',
  requirement: 'GOV-SE-030',
  title: 'Looks tokens up in a revocation list whoever signed it.',
  break: (parts) =>
    withStep(parts, 'revocation', async ({ token: { header, claims } }, work) => {
      const url = new URL('/.well-known/governance-revocations.json', textAt(claims.iss))
      const read = readSignedList(await work.parts.fetchDocument(url.href, work))
      if ('problem' in read) return 'revocations stale'
      const { revoked_jtis, revoked_kids } = read.token.claims
      const revoked = [...textsIn(revoked_jtis), ...textsIn(revoked_kids)]
      return revoked.some((one) => one === claims.jti || one === header.kid) ? 'revoked' : undefined
    }),
} as const satisfies SellerFault
