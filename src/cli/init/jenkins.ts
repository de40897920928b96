/** A pipeline that fails with the verdict, and shows what failed as test results. */
export function jenkinsPipeline(version: string): string {
  return `pipeline {
  agent { docker { image 'node:20-slim' } }
  options { timeout(time: 20, unit: 'MINUTES') }
  environment {
    HOME = "\${WORKSPACE}"
    // A credential of the kind "secret text".
    ADCP_AUTH_TOKEN = credentials('adcp-auth-token')
  }
  stages {
    stage('AdCP governance') {
      steps {
        sh '''npx --yes adcp-gov-comply@${version} run --no-color \\
          --reporter junit=adcp-report.xml --reporter json=adcp-report.json --reporter html=adcp-report.html'''
      }
    }
  }
  post {
    always {
      junit allowEmptyResults: true, testResults: 'adcp-report.xml'
      archiveArtifacts allowEmptyArchive: true, artifacts: 'adcp-report.json, adcp-report.html'
    }
  }
}
`
}
