import type { Bundle } from '../evidence/open-bundle.ts'
import type { Verification } from '../evidence/verify-bundle.ts'

/** The files of a submission, by what they are. */
export const submissionFiles = {
  bundle: 'evidence.adcpbundle',
  json: 'report.json',
  html: 'report.html',
  badge: 'badge.svg',
  badgeData: 'badge.json',
  attestation: 'attestation.jsonl',
  readme: 'README.md',
} as const

/** What a submission holds, read from its folder; without an attestation when nobody signed it. */
export interface Submission {
  readonly bundle: Uint8Array
  readonly json: string
  readonly html: string
  readonly badge: string
  readonly badgeData: string
  readonly readme: string
  readonly attestation?: string
}

/** What a submission is of. */
export interface Introduction {
  readonly profile: string
  readonly verdict: string
  readonly version: string
  readonly runId: string
  readonly url: string
  /** Named principals whose credentials the run had. */
  readonly principals: readonly string[]
  /** How sellers reached the governance agent that the run hosted; absent where none did. */
  readonly peer?: HostedAt
  readonly isAttested: boolean
}

/** Where the governance agent of a run was. */
export interface HostedAt {
  readonly url: string
  /** Behind a public address, not on the machine of the run alone. */
  readonly is_public: boolean
}

/** What a bundle whose report was derived again says of itself. */
export function introductionOf(
  { manifest, journal }: Bundle,
  { report }: Pick<Verification, 'report'>,
): Omit<Introduction, 'isAttested'> {
  const { run, tool, stage } = manifest
  const peer = journal.crossings.find(({ kind }) => kind === 'peer')
  return {
    profile: run.scope.kind === 'selection' ? 'selected storyboards' : run.scope.id,
    verdict: run.verdict,
    version: tool.version,
    runId: run.id,
    url: report.target.url,
    principals: stage.principals,
    ...(peer?.kind === 'peer' && { peer: { url: peer.url, is_public: peer.is_public } }),
  }
}

/** README.md of a submission: what it is, and the commands that repeat and check it. */
export function readme({ profile, verdict, version, runId, url, principals, peer, isAttested }: Introduction): string {
  const each = principals.map(
    (name, index) => ` --principal ${quoted(`${name.replaceAll(/[^\w.-]/g, '?')}=PRINCIPAL_${index + 1}`)}`,
  )
  const lines = [
    `# ${profile}: ${verdict}`,
    '',
    `Run ${runId} of adcp-gov-comply ${version} against \`${url.replaceAll('`', '')}\`.`,
    '',
    'Run it again:',
    '',
    '```sh',
    `npx adcp-gov-comply@${version} certify ${quoted(url)} --profile ${quoted(profile)}${each.join('')}${peerOptions(peer)} --out again`,
    '```',
    '',
    'with the credentials of the run, if it had any: `certify --help` says how they are given.',
    '',
    'Check it:',
    '',
    '```sh',
    `npx adcp-gov-comply@${version} certify check .${isAttested ? ' --public-key key.pub.pem' : ''}`,
    '```',
    '',
    `- \`${submissionFiles.bundle}\`: everything that was sent and received, without secrets`,
    `- \`${submissionFiles.json}\`, \`${submissionFiles.html}\`: the report`,
    `- \`${submissionFiles.badge}\`, \`${submissionFiles.badgeData}\`: the badge, and what shields.io makes one of`,
    ...(isAttested ? [`- \`${submissionFiles.attestation}\`: the signed attestation`] : []),
    '',
  ]
  return lines.join('\n')
}

/** The options that host a governance agent in the same way; the port and the file are for whoever runs it to choose. */
function peerOptions(peer: HostedAt | undefined): string {
  if (peer === undefined) return ''
  if (peer.is_public) return ` --public-url ${quoted(new URL(peer.url).origin)} --peer-port PORT`
  return peer.url.startsWith('https:') ? ' --peer-tls --peer-ca ca.pem' : ''
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", '%27')}'`
}
