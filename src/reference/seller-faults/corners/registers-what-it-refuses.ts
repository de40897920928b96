import type { SellerFault } from '../seller-fault.ts'

export const registersWhatItRefuses = {
  id: 'registers-what-it-refuses',
  requirement: 'GOV-SE-005',
  title: 'Says that it has not registered a governance agent, and has.',
  break: (parts) => {
    let isWrong = false
    return {
      ...parts,
      requestProblem: async (task, args, schemas) =>
        task === 'sync_governance' ? undefined : await parts.requestProblem(task, args, schemas),
      agentReply(agent) {
        isWrong = !agent.url.startsWith('https:') || agent.credential.length < 32
        return parts.agentReply(agent)
      },
      registrationReply: ({ account = {}, ...rest }) =>
        isWrong ? { account, status: 'failed', errors: [refused] } : parts.registrationReply({ account, ...rest }),
    }
  },
} as const satisfies SellerFault

const refused = { code: 'VALIDATION_ERROR', message: 'This is no governance agent.' }
