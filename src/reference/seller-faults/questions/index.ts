import type { SellerFault } from '../seller-fault.ts'
import { asksAsABuyerWould } from './asks-as-a-buyer-would.ts'
import { asksAsSomebodyElse } from './asks-as-somebody-else.ts'
import { asksWithoutAPlanOfDelivery } from './asks-without-a-plan-of-delivery.ts'
import { callsChangesPurchases } from './calls-changes-purchases.ts'
import { changesWithoutAsking } from './changes-without-asking.ts'
import { deliversAfterADenial } from './delivers-after-a-denial.ts'
import { extendsRightsWithoutAsking } from './extends-rights-without-asking.ts'
import { forgetsTheInvoice } from './forgets-the-invoice.ts'
import { passesNoTokenOn } from './passes-no-token-on.ts'
import { reportsNoDelivery } from './reports-no-delivery.ts'
import { reportsWithoutMetrics } from './reports-without-metrics.ts'
import { shortensTheToken } from './shortens-the-token.ts'

export const questionFaults = [
  shortensTheToken,
  passesNoTokenOn,
  asksAsSomebodyElse,
  asksWithoutAPlanOfDelivery,
  asksAsABuyerWould,
  changesWithoutAsking,
  callsChangesPurchases,
  reportsNoDelivery,
  reportsWithoutMetrics,
  deliversAfterADenial,
  forgetsTheInvoice,
  extendsRightsWithoutAsking,
] as const satisfies readonly SellerFault[]
