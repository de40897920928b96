import { edition, toolVersion } from '../../load/index.ts'
import { assertWritable } from '../../report/write.ts'
import { machineMatrix } from '../../self-test/machine-matrix.ts'
import { judged } from '../../self-test/self-test.ts'
import type { Io } from '../io.ts'
import { matrixText } from '../matrix-text.ts'
import { inWorker } from '../self-test/in-worker.ts'
import { type Role, type RoleTried, testableRoles, tryRole } from '../self-test/try-role.ts'
import { writeJson } from '../write-json.ts'

export interface SelfTestFlags {
  readonly adcpVersion: string
  /** One role alone; all that can be tested without it. */
  readonly role?: Role
  readonly json?: string
}

/**
 * Tests this program on agents whose faults, or rightness, are known, with every storyboard that grades agents of their role.
 * By AdCP 3.1 it needs the schemas of an installed bundle.
 * 0 when it catches every wrong one for the right reason and leaves every right one in peace, 1 otherwise.
 * @throws UsageError for a version that this release does not know, or whose schemas are not here
 */
export async function selfTestCommand(flags: SelfTestFlags, io: Io): Promise<number> {
  const { json } = flags
  if (json !== undefined && json !== '-') await assertWritable(json)
  const started = io.clock.now()
  const [first, ...others] = await triedAll(flags.role === undefined ? testableRoles : [flags.role], flags, io)
  if (first === undefined) throw new Error('no role was tried')
  const found = judged([first, ...others], first, toolVersion())
  if (json !== undefined) await writeJson(json, machineMatrix(found, await edition()), io)
  if (json !== '-') io.stdout.write(matrixText(found, io.clock.now() - started))
  return found.passed ? 0 : 1
}

/** The first role in this process, the others each in one of its own. */
async function triedAll(
  [first, ...others]: readonly Role[],
  { adcpVersion }: SelfTestFlags,
  io: Io,
): Promise<readonly RoleTried[]> {
  const elsewhere = others.map((role) => inWorker({ role, adcpVersion }, io.env))
  const here = first === undefined ? [] : [tryRole(first, adcpVersion, io.env)]
  return await Promise.all([...here, ...elsewhere])
}
