/** A workflow that runs at each push and each night, tells its verdict in the summary, and keeps the reports. */
export function githubWorkflow(version: string): string {
  return `name: AdCP governance
on:
  push:
  schedule:
    - cron: '17 3 * * *'
permissions:
  contents: read
jobs:
  adcp-gov-comply:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 20
      - name: Test the agent
        env:
          ADCP_AUTH_TOKEN: \${{ secrets.ADCP_AUTH_TOKEN }}
        run: >-
          npx --yes adcp-gov-comply@${version} run --no-color
          --reporter github-summary --reporter github-annotations
          --reporter json=adcp-report.json --reporter html=adcp-report.html
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: adcp-gov-comply
          path: adcp-report.*
          if-no-files-found: ignore
`
}
