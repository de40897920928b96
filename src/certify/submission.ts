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

/** What a submission holds, read from its folder. */
export interface Submission {
  readonly bundle: Uint8Array
  readonly json: string
  readonly html: string
  readonly badge: string
  readonly badgeData: string
  readonly attestation?: string
}

export interface Introduction {
  readonly profile: string
  readonly verdict: string
  readonly version: string
  readonly runId: string
  readonly url: string
  readonly isAttested: boolean
}

/** README.md of a submission: what it is, and the commands that repeat and check it. */
export function readme({ profile, verdict, version, runId, url, isAttested }: Introduction): string {
  const lines = [
    `# ${profile}: ${verdict}`,
    '',
    `Run ${runId} of adcp-gov-comply ${version} against \`${url.replaceAll('`', '')}\`.`,
    '',
    'Run it again:',
    '',
    '```sh',
    `npx adcp-gov-comply@${version} certify '${url.replaceAll("'", '%27')}' --profile ${profile} --out again`,
    '```',
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
