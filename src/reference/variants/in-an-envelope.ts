import type { Variant } from './variant.ts'

export const inAnEnvelope = {
  id: 'in-an-envelope',
  title: "Wraps results in AdCP's protocol envelope, with a task status of its own.",
  wire: {
    toolResult: ({ payload, isError }) => {
      const wrapped = isError || isPending(payload) ? payload : { status: 'completed', message: 'Done.', payload }
      return { structuredContent: { ...wrapped }, content: [{ type: 'text', text: JSON.stringify(wrapped) }], isError }
    },
  },
} as const satisfies Variant

/** A task that goes on has a status already. */
function isPending({ status, task_id }: { readonly [key: string]: unknown }): boolean {
  return status === 'submitted' && task_id !== undefined
}
