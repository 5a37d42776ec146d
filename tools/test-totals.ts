import { readFileSync } from 'node:fs'

export interface Totals {
  readonly passed: number
  readonly failed: number
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly success: boolean
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[]
}

/** What one run of vitest came to, from its JSON report. A run that left no report, and a file that did not load, count as failed. */
export function totalsOf(reportPath: string): Totals {
  let report: Report
  try {
    report = JSON.parse(readFileSync(reportPath, 'utf8')) as Report
  } catch {
    return { passed: 0, failed: 1 }
  }
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + unloaded
  // why: an error outside of any test fails the run without failing a test.
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed }
}

export const closingLine = ({ passed, failed }: Totals): string => `${passed} passed, ${failed} failed`
