import type { Profile, Requirement } from '../model/requirement.ts'
import type { Storyboard } from '../model/storyboard.ts'
import { type Grading, gradedIn } from './graded-in.ts'

/** What is compared: demands, what grades them, and what proves that the grading works. */
export interface CoverageSources {
  readonly requirements: readonly Requirement[]
  readonly storyboards: readonly Storyboard[]
  readonly faults: readonly { readonly id: string; readonly requirement: string }[]
}

export interface CoverageQuestion {
  /** The AdCP line whose requirements are in force, such as 3.0. */
  readonly version: string
  /** `loop` asks for those of everybody that a profile of it names. */
  readonly role: Profile['role']
  /** Only what this profile demands, graded by its own storyboards. */
  readonly profile?: Profile
}

export type CoverageStatus = 'proven' | 'graded_without_fault' | 'not_graded' | 'cannot_be_seen'

/** One requirement that is in force, and what this program has for it. */
export interface CoverageRow extends Grading {
  readonly id: string
  readonly level: Requirement['level']
  readonly statement: string
  readonly observe: readonly string[]
  /** Ids of the faults that break it. */
  readonly faults: readonly string[]
  readonly status: CoverageStatus
  /** Why a breach cannot be seen from outside, when it cannot. */
  readonly unseen?: string
}

/** A row for every requirement of the role that is in force in the version, in the order of the catalogue. */
export function coverage(
  sources: CoverageSources,
  { version, role, profile }: CoverageQuestion,
): readonly CoverageRow[] {
  const boards = sources.storyboards.filter(({ id }) => profile === undefined || profile.storyboards.includes(id))
  const graded = gradedIn(boards, version)
  return sources.requirements
    .filter((one) => (role === 'loop' || one.role === role) && one.versions.includes(version))
    .filter(({ id }) => profile === undefined || profile.requirements.includes(id))
    .map((one) => rowOf(one, graded.get(one.id), sources.faults))
}

function rowOf(
  requirement: Requirement,
  { required, advisory }: Grading = { required: [], advisory: [] },
  all: CoverageSources['faults'],
): CoverageRow {
  const { id, level, statement, observe, unseen } = requirement
  const faults = all.filter((fault) => fault.requirement === id).map((fault) => fault.id)
  const status = statusOf(requirement, required.length + advisory.length, faults.length)
  return { id, level, statement, observe, required, advisory, faults, status, ...(unseen ? { unseen } : {}) }
}

/** What a storyboard grades can be seen, whatever the catalogue says. */
function statusOf({ observe, unseen }: Requirement, steps: number, faults: number): CoverageStatus {
  if (steps > 0) return faults > 0 ? 'proven' : 'graded_without_fault'
  return unseen !== undefined || observe.includes('not_black_box') ? 'cannot_be_seen' : 'not_graded'
}
