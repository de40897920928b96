import type { SellerFault } from '../seller-fault.ts'

export const writesTokensAnew = {
  id: 'writes-tokens-anew',
  requirement: 'GOV-SE-039',
  title: 'Reads a token and writes it anew before it passes it on.',
  break: (parts) => ({
    ...parts,
    checkArguments(question, url) {
      const { authority } = question
      return parts.checkArguments({ ...question, authority: { ...authority, token: written(authority.token) } }, url)
    },
  }),
} as const satisfies SellerFault

function written(token: string): string {
  const [header = '', claims = '', ...rest] = token.split('.')
  return [anew(header), anew(claims), ...rest].join('.')
}

function anew(part: string): string {
  const read: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  return Buffer.from(JSON.stringify(read), 'utf8').toString('base64url')
}
