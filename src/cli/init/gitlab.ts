/** A job that fails with the verdict, and shows what failed in the test tab of the pipeline and the merge request. */
export function gitlabJob(version: string): string {
  return `adcp-gov-comply:
  image: node:20-slim
  stage: test
  timeout: 20 minutes
  # ADCP_AUTH_TOKEN is a masked variable of the project.
  script:
    - >-
      npx --yes adcp-gov-comply@${version} run --no-color
      --reporter junit=adcp-report.xml --reporter json=adcp-report.json --reporter html=adcp-report.html
  artifacts:
    when: always
    paths: [adcp-report.json, adcp-report.html]
    reports:
      junit: adcp-report.xml
`
}
