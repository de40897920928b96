import type { Variant } from './variant.ts'

export const requiredFieldsOnly = {
  id: 'required-fields-only',
  title: 'Leaves out of a check reply what no rule demands: the categories and policies that it evaluated.',
  vary: (parts) => ({
    ...parts,
    checkReply(check, plan) {
      const {
        categories_evaluated: _categories,
        policies_evaluated: _policies,
        ...reply
      } = parts.checkReply(check, plan)
      return reply
    },
  }),
} as const satisfies Variant
