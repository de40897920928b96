import type { SellerVariant } from './seller-variant.ts'

export const answersBriefly = {
  id: 'answers-briefly',
  title: 'Leaves out of its replies what the schema leaves open.',
  vary: (parts) => ({
    ...parts,
    buyReply: (buy) => ({ media_buy_id: buy.id, packages: buy.packages.map(({ id }) => ({ package_id: id })) }),
    registrationReply: ({ governance_agents: _agents, ...entry }) => parts.registrationReply(entry),
  }),
} as const satisfies SellerVariant
