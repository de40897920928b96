import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Recorded } from '../evidence/record-run.ts'
import { openSchemaSet } from '../load/schemas.ts'
import { scratchFolder } from '../load/scratch-folder.fixture.ts'
import type { JsonObject } from '../model/json.ts'
import type { RunReport, StepReport } from '../model/run-report.ts'
import type { Step, Storyboard } from '../model/storyboard.ts'
import { certificateFor } from '../peers/governance-peer/certificate.ts'
import type { PeerMode } from '../peers/peer-hosting.ts'
import { httpOutbound } from '../reference/seller/http-outbound.ts'
import type { Outbound } from '../reference/seller/outbound.ts'
import { conformantSeller, type SellerParts } from '../reference/seller/parts.ts'
import { createSeller } from '../reference/seller/seller.ts'
import { type ServedSeller, serveSeller } from '../reference/seller/serve-seller.ts'
import { defaultLimits, type RunOptions, run, runRecorded } from '../run.ts'

const schemas = openSchemaSet('3.0.6')

export interface SellerRunOptions {
  readonly parts?: SellerParts
  readonly peer?: PeerMode
  /** What lies between the seller and the rest of the world. */
  readonly outbound?: (usual: Outbound) => Outbound
  /** Another seller altogether. */
  readonly handle?: (task: string, args: JsonObject) => Promise<{ payload: JsonObject; isError: boolean }>
}

/** A storyboard of one phase, run against the reference seller over the network of this machine. */
export function sellerRun(steps: readonly Step[], options: SellerRunOptions = {}): Promise<RunReport> {
  return runWith(run, steps, options)
}

/** The same, recorded. */
export function recordedSellerRun(steps: readonly Step[], options: SellerRunOptions = {}): Promise<Recorded> {
  return runWith(runRecorded, steps, options)
}

async function runWith<T>(
  carryOut: (options: RunOptions) => Promise<T>,
  steps: readonly Step[],
  options: SellerRunOptions,
): Promise<T> {
  const certificate = await certificateFor('127.0.0.1', Date.now())
  const brands = new Map<string, string>()
  const usual = httpOutbound({ loopback: true, timeoutMs: 500, certificate: certificate.cert })
  const served = await serve(options, brands, options.outbound?.(usual) ?? usual)
  try {
    return await carryOut({
      url: served.url,
      credentials: { token: 'buyer-token' },
      adcpVersion: '3.0',
      scope: { kind: 'storyboards', names: [await fileOf(steps)] },
      peer: options.peer ?? { tls: certificate },
      onPeer: ({ brandUrl }) => void brands.set('buyer', brandUrl),
      dates: 'shift',
      limits: { ...defaultLimits, callTimeoutMs: 5_000 },
      clock: { now: Date.now },
      ids: { uuid: randomUUID, opaque: randomUUID },
    })
  } finally {
    await served.close()
  }
}

async function serve(
  { parts = conformantSeller, handle }: SellerRunOptions,
  brands: ReadonlyMap<string, string>,
  outbound: Outbound,
): Promise<ServedSeller> {
  let answer: ReturnType<typeof createSeller>['handle'] | undefined
  const served = await serveSeller({
    port: 0,
    seller: {
      handle: async (task, args, principal) =>
        (handle && task !== 'get_adcp_capabilities' ? handle(task, args) : answer?.(task, args, principal)) ?? {
          payload: {},
          isError: true,
        },
    },
    bearerTokens: new Map([['buyer-token', 'buyer']]),
  })
  answer = createSeller({
    clock: { now: Date.now },
    ids: { next: (prefix) => `${prefix}_${randomUUID()}` },
    url: served.url,
    schemas,
    parts,
    brands,
    outbound,
  }).handle
  return served
}

async function fileOf(steps: readonly Step[]): Promise<string> {
  const board: Storyboard = {
    id: 'governed_seller_try',
    hosts: 'governance_agent',
    agent: { interaction_model: 'governed_seller' },
    phases: [{ id: 'p', steps }],
  }
  return join(await scratchFolder({ 'try.yaml': JSON.stringify(board) }), 'try.yaml')
}

export const account = { brand: { domain: '{{runner.brand_domain}}' }, operator: 'pinnacle-agency.example' }

/** Registers the hosted agent for the one account. */
export const registered: readonly Step[] = [
  {
    id: 'accounts',
    task: 'sync_accounts',
    stateful: true,
    sample_request: { accounts: [{ ...account, billing: 'operator' }] },
    validations: [{ check: 'response_schema' }],
  },
  {
    id: 'register',
    task: 'sync_governance',
    stateful: true,
    sample_request: {
      accounts: [
        {
          account,
          governance_agents: [
            {
              url: '{{runner.governance_agent_url}}',
              authentication: { schemes: ['Bearer'], credentials: '{{runner.governance_credential}}' },
            },
          ],
        },
      ],
    },
    validations: [{ check: 'field_value', path: 'accounts[0].status', value: 'synced' }],
  },
]

/** A purchase with a good token. */
export function buy(more: Partial<Step> = {}, request: JsonObject = {}): Step {
  return {
    id: 'buy',
    task: 'create_media_buy',
    stateful: true,
    sample_request: {
      account,
      brand: { domain: '{{runner.brand_domain}}' },
      plan_id: 'plan_1',
      governance_context: '$token.valid',
      start_time: '2027-04-01T00:00:00Z',
      end_time: '2027-06-30T23:59:59Z',
      packages: [{ product_id: 'outdoor_ctv_spring', pricing_option_id: 'cpm_standard', budget: 7000 }],
      ...request,
    },
    validations: [{ check: 'gov_peer_called' }],
    ...more,
  }
}

export function list(id: string, ...validations: readonly NonNullable<Step['validations']>[number][]): Step {
  return {
    id,
    task: 'get_media_buys',
    sample_request: { account },
    validations: [{ check: 'field_present', path: 'media_buys' }, ...validations],
  }
}

export function stepsOf(report: RunReport): readonly StepReport[] {
  return report.storyboards.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps))
}

/** How each step ended, with what was wrong. */
export function endings(report: RunReport): readonly string[] {
  return stepsOf(report).map(({ id, verdict, validations }) => {
    const wrong = validations.flatMap(({ check, outcome }) =>
      outcome.status === 'failed' ? [`${check}: ${outcome.message}`] : outcome.status === 'blocked' ? [check] : [],
    )
    const why = verdict.status === 'blocked' ? ` ${verdict.reason}: ${verdict.detail}` : ''
    return [`${id} ${verdict.status}${why}`, ...wrong].join(' | ')
  })
}
