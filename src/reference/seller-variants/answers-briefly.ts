import type { SellerVariant } from './seller-variant.ts'

export const answersBriefly = {
  id: 'answers-briefly',
  title: 'Leaves out of its replies what the schema leaves open.',
  vary: (parts) => ({
    ...parts,
    buyReply: (buy, _account, { line }) => ({
      media_buy_id: buy.id,
      packages: buy.packages.map(({ id }) => ({ package_id: id })),
      // Required from 3.1 on.
      ...(line !== '3.0' && { confirmed_at: buy.createdAt, revision: buy.revision }),
    }),
    registrationReply: ({ governance_agents: _agents, ...entry }) => parts.registrationReply(entry),
  }),
} as const satisfies SellerVariant
