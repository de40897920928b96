import type { AgentProfile } from './agent-profile.ts'
import type { RunReport, StepReport, StoryboardReport } from './run-report.ts'

/** What happens, as it happens, for whoever shows progress. */
export type RunEvent =
  | { readonly kind: 'contacting'; readonly url: string }
  | { readonly kind: 'run_started'; readonly agent: AgentProfile; readonly storyboards: number; readonly steps: number }
  | { readonly kind: 'storyboard_started'; readonly id: string; readonly title: string; readonly steps: number }
  | { readonly kind: 'step_started'; readonly address: string; readonly task: string }
  | { readonly kind: 'step_finished'; readonly step: StepReport }
  | { readonly kind: 'storyboard_finished'; readonly storyboard: StoryboardReport }
  | { readonly kind: 'run_finished'; readonly report: RunReport }
