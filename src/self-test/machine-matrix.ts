import type { JsonObject } from '../model/json.ts'
import { isLeftInPeace, type SelfTest } from './self-test.ts'

/** The self-test for programs. `edition` ties it to the files it was made with; without one it says nothing of any report. */
export function machineMatrix(test: SelfTest, edition: string | undefined): JsonObject {
  const { version, adcp, release, digest, passed, faults, notInForce, facades, variants } = test
  return {
    version,
    ...(edition === undefined ? {} : { edition }),
    adcp_version: adcp,
    adcp_release: release,
    digest,
    passed,
    counts: {
      faults: faults.length,
      killed: faults.filter(({ status }) => status === 'killed').length,
      not_graded: faults.filter(({ status }) => status === 'not_graded').length,
      facades: facades.length,
      unmasked: facades.filter(({ unmasked }) => unmasked).length,
      variants: variants.length,
      left_in_peace: variants.filter(isLeftInPeace).length,
    },
    faults: faults.map(({ killedBy, ...row }) => ({ ...row, killed_by: killedBy })),
    not_in_force: notInForce,
    facades: facades.map((row) => ({ ...row })),
    variants: variants.map((row) => ({ ...row })),
  }
}
