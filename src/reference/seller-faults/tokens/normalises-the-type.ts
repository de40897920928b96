import type { SellerFault } from '../seller-fault.ts'
import { withHeaderStep } from '../without-step.ts'

export const normalisesTheType = {
  id: 'normalises-the-type',
  requirement: 'GOV-SE-024',
  title: 'Compares the type of a token as media types are compared.',
  break: (parts) =>
    withHeaderStep(parts, 'type', ({ token }) =>
      /^(application\/)?adcp-gov\+jws$/i.test(String(token.header.typ)) ? undefined : 'type',
    ),
} as const satisfies SellerFault
