import { edition, toolVersion } from '../../load/index.ts'
import { facades } from '../../reference/faults/facades/index.ts'
import { faults } from '../../reference/faults/index.ts'
import { variants } from '../../reference/variants/index.ts'
import { assertWritable } from '../../report/write.ts'
import { prepare } from '../../run.ts'
import { machineMatrix } from '../../self-test/machine-matrix.ts'
import { selfTest } from '../../self-test/self-test.ts'
import { bundlesFolder } from '../bundles-folder.ts'
import { loadCatalogue } from '../catalogue.ts'
import type { Io } from '../io.ts'
import { matrixText } from '../matrix-text.ts'
import { releaseOf, versionOf } from '../run-settings.ts'
import { writeJson } from '../write-json.ts'

export interface SelfTestFlags {
  readonly adcpVersion: string
  readonly json?: string
}

/**
 * Tests this program on agents whose faults, or rightness, are known, with every storyboard that grades governance agents.
 * By AdCP 3.1 it needs the schemas of an installed bundle.
 * 0 when it catches every wrong one for the right reason and leaves every right one in peace, 1 otherwise.
 */
export async function selfTestCommand({ json, adcpVersion }: SelfTestFlags, io: Io): Promise<number> {
  if (json !== undefined && json !== '-') await assertWritable(json)
  const names = (await loadCatalogue()).storyboards
    .filter(({ value }) => value.agent?.interaction_model === 'governance_agent')
    .map(({ value }) => value.id)
  const bundles = bundlesFolder(io.env)
  const prepared = await prepare(
    versionOf(adcpVersion),
    { kind: 'storyboards', names },
    { bundles, ...releaseOf(adcpVersion) },
  )
  const started = io.clock.now()
  const found = await selfTest({ faults, facades, variants }, prepared, toolVersion())
  if (json !== undefined) await writeJson(json, machineMatrix(found, await edition()), io)
  if (json !== '-') io.stdout.write(matrixText(found, io.clock.now() - started))
  return found.passed ? 0 : 1
}
