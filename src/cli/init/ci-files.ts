import { githubWorkflow } from './github.ts'
import { gitlabJob } from './gitlab.ts'
import { jenkinsPipeline } from './jenkins.ts'

export interface CiFile {
  readonly path: string
  /** The file, for this version of the program. */
  text(version: string): string
  /** What is left to do by hand, as a sentence. */
  readonly next: string
}

export const ciFiles = {
  github: {
    path: '.github/workflows/adcp-gov-comply.yml',
    text: githubWorkflow,
    next: 'Put the token into the repository secret ADCP_AUTH_TOKEN.',
  },
  gitlab: {
    path: '.gitlab/adcp-gov-comply.yml',
    text: gitlabJob,
    next: 'Add "include: { local: .gitlab/adcp-gov-comply.yml }" to .gitlab-ci.yml, and the token as the masked variable ADCP_AUTH_TOKEN.',
  },
  jenkins: {
    path: 'Jenkinsfile.adcp-gov-comply',
    text: jenkinsPipeline,
    next: 'Make a pipeline of this file, with the token as the "secret text" credential adcp-auth-token.',
  },
} as const satisfies Record<string, CiFile>

export const ciNames = [...Object.keys(ciFiles), 'none'] as const

/** Undefined for `none`. */
export function ciFileFor(name: string): CiFile | undefined {
  return Object.entries(ciFiles).find(([known]) => known === name)?.[1]
}
