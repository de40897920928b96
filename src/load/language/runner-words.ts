import { blocked, run, type Words } from './word.ts'

/** Tasks that the runner takes itself, and what samples may hold in place of a value. */
export const runnerWords = {
  task: {
    assert_contribution: run('3.0', 'some branch raised its flag'),
    protected_resource_metadata: run('3.0', 'RFC 9728'),
    oauth_auth_server_metadata: run('3.0', 'RFC 8414'),
    request_signing_probe: run('3.0', 'one official vector of RFC 9421'),
    expect_webhook: run('3.0', 'a webhook came, and what it carries'),
    expect_webhook_retry_keys_stable: run('3.0', 'retries keep their key'),
    expect_webhook_signature_valid: run('3.0', 'its signature holds'),
    expect_substitution_safe: run('3.0', 'macros are encoded'),
    expect_rate_limit_not_replayed: run('3.1', 'a rate limit is not cached'),
    replay_webhook_vector: run('3.1', 'an official webhook is sent to the agent'),
    fetch_brand_jwks: run('3.1', 'the keys of the brand'),
    assert_jwks_purpose: run('3.1', 'each key has its purpose'),
    expect_no_webhook: blocked('later', 'in no storyboard of a release that is graded here'),
  },
  peer_task: {
    'peer:sync_plans': run('ours', 'the buyer tells its own governance agent of its plans'),
    'peer:check_governance': run('ours', 'the buyer asks it for a token'),
    'peer:report_plan_outcome': run('ours', 'the buyer reports to it'),
    'peer:get_plan_audit_logs': run('ours', 'the buyer reads its books'),
  },
  placeholder: {
    '$context.<name>': run(
      'old',
      'a kept value, with its type; one that no step captures: from `--context`, or `media_buy_id`, `content_standards_id`, `proposal_id` from the reply that makes it',
    ),
    '$optional.<name>': run('ours', 'a kept value; where there is none, the member that would hold it is left out'),
    '$instance.<path>': run('ours', 'a value of the instance, filled in when the file is read'),
    '$generate:uuid_v4#<alias>': run('3.0', 'the same alias, the same value'),
    '$generate:opaque_id#<alias>': run('3.0', 'the same alias, the same value'),
    '$test_kit.<path>': run('3.0', 'a value of the kit'),
    $build_assets_from_format: blocked(
      '3.1',
      'the runner should make the assets of a creative from the kit; one storyboard asks for it',
    ),
    '{{<name>}}': run('old', 'the older form of `$context.<name>`'),
    '{{prior_step.<id>.<field>}}': run('3.0', 'a value of an earlier reply'),
    '{{runner.webhook_base}}': run('3.0', 'the receiver'),
    '{{runner.webhook_url:<step>}}': run('3.0', 'an address of its own for each step'),
    '{{runner.agent_url:<key>}}': run('ours', 'the address of an agent, in a run against several'),
    '{{runner.seller_url}}': run(
      'ours',
      'the address that the seller under test goes by: `governance.seller.agent_url` of the kit, else the one that the run calls',
    ),
    '{{runner.governance_agent_url}}': run('ours', 'the hosted governance agent'),
    '{{runner.governance_credential}}': run(
      'ours',
      'what it is registered with; in a run against several, the token of the principal `seller`, else one that is made up',
    ),
    '{{runner.governance_plain_jwks}}': run('ours', 'its keys behind a plain door'),
    '{{runner.governance_lapsed_url}}': run(
      'ours',
      'another governance agent of the buyer, whose revocation list is stale',
    ),
    '{{runner.brand_domain}}': run('ours', 'the host of the brand that it watches over'),
    '{{runner.brand_url}}': run('ours', 'the brand.json of that brand'),
    '$token.<kind>#<alias>': run('ours', 'a token, good or wrong in one way; the same alias, the same token'),
  },
} as const satisfies Words
