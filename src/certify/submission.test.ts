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

  it('lets no address and no name out of its quotes', () => {
    const text = readme({ ...about, url: "http://a/'; rm `x`", principals: ["x'; rm -rf ~\n```\n# Certified"] })
    expect(text).toContain("certify 'http://a/%27; rm `x`' --profile")
    expect(text).toContain("--principal 'x???rm?-rf?????????Certified=PRINCIPAL_1'")
    expect(text.match(/^#/gm)).toHaveLength(1)
  })
})
