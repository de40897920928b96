import type { Fault } from '../fault.ts'

export const publishesKeysForEncryption = {
  id: 'publishes-keys-for-encryption',
  requirement: 'GOV-GA-133',
  title: 'Publishes its signing key as one for encryption.',
  break: (parts) => ({
    ...parts,
    publishedKeys: (keys) => parts.publishedKeys(keys).map((key) => ({ ...key, use: 'enc', key_ops: ['encrypt'] })),
  }),
} as const satisfies Fault
