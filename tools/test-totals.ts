import { readFileSync } from 'node:fs'

export interface Totals {
  readonly passed: number
  readonly failed: number
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly success: boolean
  readonly testResults: readonly FileReport[]
}

interface FileReport {
  readonly name?: string
  readonly status: string
  readonly message?: string
  readonly assertionResults: readonly {
    readonly status: string
    readonly fullName?: string
    readonly failureMessages?: readonly string[]
  }[]
}

const isUnloaded = ({ status, assertionResults }: FileReport) =>
  status === 'failed' && !assertionResults.some((test) => test.status === 'failed')

function reportOf(reportPath: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(reportPath, 'utf8')) as Report
  } catch {
    return undefined
  }
}

/** What one run of vitest came to, from its JSON report. A run that left no report, and a file that did not load, count as failed. */
export function totalsOf(reportPath: string): Totals {
  const report = reportOf(reportPath)
  if (!report) return { passed: 0, failed: 1 }
  const failed = report.numFailedTests + report.testResults.filter(isUnloaded).length
  // why: an error outside of any test fails the run without failing a test.
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed }
}

/** What failed in one run, for the end of a log whose beginning nobody reads: the name of each test, or of a file that did not load, and the head of its message. */
export function failuresOf(reportPath: string, linesEach = 12): readonly string[] {
  const report = reportOf(reportPath)
  if (!report) return [`${reportPath}: no report`]
  const head = (message = '') => message.split('\n').slice(0, linesEach).join('\n')
  return report.testResults.flatMap((file) =>
    isUnloaded(file)
      ? [`${file.name ?? 'a file'}\n${head(file.message)}`]
      : file.assertionResults
          .filter((test) => test.status === 'failed')
          .map((test) => `${file.name ?? ''} › ${test.fullName ?? ''}\n${head(test.failureMessages?.[0])}`),
  )
}

export const closingLine = ({ passed, failed }: Totals): string => `${passed} passed, ${failed} failed`
