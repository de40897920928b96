import type { JsonObject } from '../../../model/json.ts'
import {
  account,
  agent,
  approve,
  codeOf,
  deny,
  freshKey,
  governance,
  governedBed,
  purchase,
  rights,
  type ScriptedCheck,
  type SellerBed,
  secondGovernanceUrl,
  silence,
} from '../../seller.fixture.ts'
import { askedOf, buy, buyWhen, change, deliver, made, type SellerProbe, tampered } from '../probe-acts.fixture.ts'
import { sellerProbes } from '../probes.fixture.ts'

const item = { product_id: 'outdoor_ctv_spring', pricing_option_id: 'cpm_standard', budget: 7000 }
const later = { end_time: '2027-07-31T00:00:00Z' }
const newUrl = 'https://new.acme.example/mcp'

/** What can be seen of a seller around the corners, by requirement; where none stands here, that of the main road sees enough. */
export const cornerProbes: Readonly<Record<string, SellerProbe>> = {
  ...sellerProbes,
  'GOV-SE-002': async (parts) => {
    const bed = await governedBed(parts)
    await bed.call('sync_governance', governance(withCredential(newUrl, 'o'.repeat(40))))
    await bed.call('sync_governance', twoAccounts(withCredential(newUrl, 'n'.repeat(40))))
    await buy(bed)
    return bed.checks.map((one) => one.agent)
  },
  'GOV-SE-003': async (parts) => {
    const bed = await governedBed(parts)
    return (await bed.call('sync_governance', governance(), 'stranger')).payload
  },
  'GOV-SE-005': async (parts) => {
    const bed = await governedBed(parts)
    await bed.call('sync_governance', governance(agent('http://governance.acme.example/mcp')))
    await buy(bed)
    return askedOf(bed)
  },
  'GOV-SE-006': async (parts) => {
    const bed = await governedBed(parts)
    return JSON.stringify(await bed.call('get_adcp_capabilities', {})).includes('c'.repeat(40))
  },
  'GOV-SE-007': async (parts) => {
    const bed = await governedBed(parts)
    const first = governance()
    await bed.call('sync_governance', first)
    const other = { ...governance(agent(secondGovernanceUrl)), idempotency_key: first.idempotency_key ?? '' }
    const refused = codeOf(await bed.call('sync_governance', other))
    await buy(bed)
    return [refused, askedOf(bed)]
  },
  'GOV-SE-008': async (parts) => {
    const bed = await governedBed(parts)
    const { plan_id: _plan, ...unplanned } = purchase({ governance_context: bed.token() })
    await bed.call('create_media_buy', unplanned)
    await buy(bed, { packages: [{ ...item, budget: 100 }] })
    return bed.checks.length
  },
  'GOV-SE-009': async (parts) => {
    const bed = await governedBed(parts)
    return codeOf(await buyWhen(inTurn(deny, approve), bed))
  },
  'GOV-SE-012': async (parts) => {
    const bed = await governedBed(parts)
    const { isError } = await buyWhen(silence, bed)
    return [isError, codeOf(await bed.call('acquire_rights', rights({ governance_context: bed.token() })))]
  },
  'GOV-SE-015': async (parts) => {
    const bed = await governedBed(parts)
    for (const payload of [{ status: 'submitted' }, { status: 'completed' }])
      await buyWhen(() => ({ payload, isError: false }), bed)
    await buyWhen(() => ({ payload: { adcp_error: { code: 'PLAN_NOT_FOUND' } }, isError: true }), bed)
    return (await made(bed)).length
  },
  'GOV-SE-016': async (parts) => {
    const bed = await governedBed(parts)
    const raised = await change(bed, await buy(bed), await more(bed))
    return [codeOf(raised), codeOf(await bed.call('acquire_rights', rights()))]
  },
  'GOV-SE-017': async (parts) => {
    const bed = await governedBed(parts)
    return codeOf(await change(bed, await buy(bed), { ...later, ...tampered(bed, 'foreign-signature') }))
  },
  'GOV-SE-020': async (parts) => {
    const bed = await governedBed(parts)
    const bought = await buy(bed)
    const mediaBuyId = String(bought.payload.media_buy_id)
    const governance_context = bed.token({ phase: 'delivery', mediaBuyId })
    const refused = codeOf(await change(bed, bought, { ...later, governance_context }))
    return [refused, codeOf(await buy(bed, tampered(bed, 'phase-missing')))]
  },
  'GOV-SE-026': async (parts) => {
    const bed = await governedBed(parts)
    return codeOf(await buy(bed, tampered(bed, 'kid-missing')))
  },
  'GOV-SE-032': async (parts) => {
    const bed = await governedBed(parts)
    const once = { governance_context: bed.token(), idempotency_key: freshKey() }
    const bought = await buy(bed, once)
    const other = await buy(bed, { ...once, packages: [{ ...item, budget: 6000 }] })
    const changed = await change(bed, bought, { ...later, governance_context: once.governance_context })
    return [codeOf(other), codeOf(changed)]
  },
  'GOV-SE-035': async (parts) => {
    const bed = await governedBed(parts)
    const flaws = ['other-plan', 'other-audience']
    return await Promise.all(flaws.map(async (id) => (await buy(bed, tampered(bed, id))).payload))
  },
  'GOV-SE-039': async (parts) => {
    const bed = await governedBed(parts)
    const token = bed.token()
    await deliver(bed, await buy(bed, { governance_context: token }))
    return bed.checks.map(({ args }) => args.governance_context === token)
  },
  'GOV-SE-040': async (parts) => {
    const bed = await governedBed(parts)
    await buy(bed, { packages: [item, item] })
    await change(bed, await buy(bed), { ...later, governance_context: bed.token() })
    return bed.checks.map(({ args: { governance_context: _token, ...rest } }) => rest)
  },
  'GOV-SE-042': async (parts) => {
    const bed = await governedBed(parts)
    const bought = await buy(bed)
    for (const changes of [await more(bed), later, { new_packages: [item] }])
      await change(bed, bought, { ...changes, governance_context: bed.token() })
    return bed.checks.map(({ args }) => args.planned_delivery)
  },
  'GOV-SE-048': async (parts) => {
    const bed = await governedBed(parts, agent(), agent(secondGovernanceUrl))
    return codeOf(await buyWhen(inTurn(deny, approve), bed))
  },
}

function withCredential(url: string, credentials: string): JsonObject {
  return agent(url, { authentication: { schemes: ['Bearer'], credentials } })
}

/** The own account comes after one that nobody has. */
function twoAccounts(governanceAgent: JsonObject): JsonObject {
  const governance_agents = [governanceAgent]
  const accounts = [{ account: { account_id: 'nobody' } }, { account }].map((one) => ({ ...one, governance_agents }))
  return { idempotency_key: freshKey(), accounts }
}

function inTurn(...answers: readonly ScriptedCheck[]): ScriptedCheck {
  let turn = 0
  return (args, asked) => {
    const answer = answers[Math.min(turn, answers.length - 1)] ?? approve
    turn += 1
    return answer(args, asked)
  }
}

/** A higher budget for the package that was bought first. */
async function more(bed: SellerBed): Promise<JsonObject> {
  const [first] = await made(bed)
  const [one] = (first?.packages ?? []) as readonly JsonObject[]
  return { packages: [{ package_id: one?.package_id ?? '', budget: 9000 }] }
}
