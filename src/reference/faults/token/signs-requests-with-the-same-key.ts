import type { Fault } from '../fault.ts'

export const signsRequestsWithTheSameKey = {
  id: 'signs-requests-with-the-same-key',
  requirement: 'GOV-GA-151',
  title: 'Publishes the key of its tokens once more, as the one that signs its HTTP requests.',
  break: (parts) => ({
    ...parts,
    publishedKeys: (keys) =>
      parts
        .publishedKeys(keys)
        .flatMap((key) => [key, { ...key, kid: `${keys.kid}-requests`, adcp_use: 'request-signing' }]),
  }),
} as const satisfies Fault
