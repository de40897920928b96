export interface ConfigChoices {
  readonly url: string
  readonly adcpVersion: '3.0' | '3.1'
}

/** What stands in for the agent's address until its owner writes it. */
export const placeholder = 'https://agent.example/mcp'

/** A configuration file to start from: what most people set, with what else there is behind a #. */
export function configText({ url, adcpVersion }: ConfigChoices): string {
  return `# What adcp-gov-comply is told; "adcp-gov-comply config print" shows what holds. No secrets in here: name where they are.
agent: ${JSON.stringify(url)}
auth:
  bearer: { env: ADCP_AUTH_TOKEN } # the variable that holds the token; {} when the agent asks for none
adcp_version: ${JSON.stringify(adcpVersion)}
profile: governance-agent-core@${adcpVersion}
reporters: { json: adcp-report.json, html: adcp-report.html }

# A seller's and a second buyer's tokens prove more, with profile: governance-agent@${adcpVersion}
# principals:
#   seller: { bearer: { env: SELLER_TOKEN } }
#   second_buyer: { bearer: { env: SECOND_BUYER_TOKEN } }
# For a seller: profile: governed-seller-core@${adcpVersion}, and how it reaches the governance agent that the run hosts:
# peer: { public_url: "https://governance.example", port: 9000 } # or, on this machine: { tls: true, ca: peer.pem, port: 9000 }
# limits: { timeout: 30, run_timeout: 600, delay: 200 } # seconds; the delay between calls in milliseconds
# test_kit: test-kit.yaml # from "adcp-gov-comply test-kit init"
`
}
