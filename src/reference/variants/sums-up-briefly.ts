import type { Variant } from './variant.ts'

/** Each member of the summary is optional in its schema. */
export const sumsUpBriefly = {
  id: 'sums-up-briefly',
  title: 'Leaves all counts out of the summary of its audit log.',
  vary: (parts) => ({
    ...parts,
    auditSummary: (items) => ({ escalations: parts.auditSummary(items).escalations ?? [] }),
  }),
} as const satisfies Variant
