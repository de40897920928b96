import { describe, expect, it } from 'vitest'
import { readme } from './submission.ts'

const about = {
  profile: 'governance-agent-core@3.0',
  verdict: 'conformant',
  version: '1.2.3',
  runId: 'r',
  url: 'https://agent.example/mcp',
  principals: [],
  isAttested: true,
}

describe('the README of a submission', () => {
  it('has the commands that repeat and check it', () => {
    const text = readme({ ...about, principals: ['seller'] })
    expect(text).toContain(
      "certify 'https://agent.example/mcp' --profile 'governance-agent-core@3.0' --principal 'seller=PRINCIPAL_1' --out again",
    )
    expect(text).toContain('certify check . --public-key key.pub.pem')
    expect(readme({ ...about, isAttested: false })).not.toMatch(/public-key|attestation/)
  })

  it.each([
    ['https://gov.example/mcp', true, " --public-url 'https://gov.example' --peer-port PORT"],
    ['https://127.0.0.1:4100/mcp', false, ' --peer-tls --peer-ca ca.pem'],
    ['http://127.0.0.1:4100/mcp', false, ''],
  ])('hosts the governance agent again as it was at %s', (url, is_public, options) => {
    const text = readme({ ...about, profile: 'governed-seller@3.0', peer: { url, is_public } })
    expect(text).toContain(`--profile 'governed-seller@3.0'${options} --out again`)
  })

  it('lets no address and no name out of its quotes', () => {
    const text = readme({ ...about, url: "http://a/'; rm `x`", principals: ["x'; rm -rf ~\n```\n# Certified"] })
    expect(text).toContain("certify 'http://a/%27; rm `x`' --profile")
    expect(text).toContain("--principal 'x???rm?-rf?????????Certified=PRINCIPAL_1'")
    expect(text.match(/^#/gm)).toHaveLength(1)
  })
})
