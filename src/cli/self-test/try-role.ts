import { facades } from '../../reference/faults/facades/index.ts'
import { faults } from '../../reference/faults/index.ts'
import { sellerFacades } from '../../reference/seller-faults/facades/index.ts'
import { sellerFaults } from '../../reference/seller-faults/index.ts'
import { sellerVariants } from '../../reference/seller-variants/index.ts'
import { variants } from '../../reference/variants/index.ts'
import type { Prepared } from '../../run/run-prepared.ts'
import { prepare } from '../../run.ts'
import { type Tried, tryGovernanceAgents } from '../../self-test/self-test.ts'
import { trySellers } from '../../self-test/seller-self-test.ts'
import { bundlesFolder } from '../bundles-folder.ts'
import { loadCatalogue } from '../catalogue.ts'
import type { Io } from '../io.ts'
import { releaseOf, versionOf } from '../run-settings.ts'

/** The roles whose grading can be tested; each needs agents that are known to be wrong, and right. */
export const testableRoles = ['governance_agent', 'seller'] as const
export type Role = (typeof testableRoles)[number]

/** What came of one role, and the AdCP version that it was tried at. */
export type RoleTried = Tried & Pick<Prepared, 'adcp'>

/** Tries every known agent of a role, with every storyboard that grades such agents. */
export async function tryRole(role: Role, adcpVersion: string, env: Io['env']): Promise<RoleTried> {
  const prepared = await preparedFor(role, adcpVersion, env)
  return { ...(await tries[role](prepared)), adcp: prepared.adcp }
}

const tries: Readonly<Record<Role, (prepared: Prepared) => Promise<Tried>>> = {
  governance_agent: (prepared) => tryGovernanceAgents({ faults, facades, variants }, prepared),
  seller: (prepared) =>
    trySellers({ faults: sellerFaults, facades: sellerFacades, variants: sellerVariants }, prepared),
}

const models: Readonly<Record<Role, string>> = { governance_agent: 'governance_agent', seller: 'governed_seller' }

async function preparedFor(role: Role, adcpVersion: string, env: Io['env']): Promise<Prepared> {
  const names = (await loadCatalogue()).storyboards
    .filter(({ value }) => value.agent?.interaction_model === models[role])
    .map(({ value }) => value.id)
  const bundles = bundlesFolder(env)
  return await prepare(versionOf(adcpVersion), { kind: 'storyboards', names }, { bundles, ...releaseOf(adcpVersion) })
}
