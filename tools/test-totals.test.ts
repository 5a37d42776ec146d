import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { failuresOf, totalsOf } from './test-totals.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'daylight-totals-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let reports = 0
function reportWith(report: object): string {
  reports += 1
  const file = path.join(folder, `${reports}.json`)
  writeFileSync(file, JSON.stringify({ numPassedTests: 1, numFailedTests: 0, success: true, testResults: [], ...report }))
  return file
}

const passed = { status: 'passed', fullName: 'stays green' }
const failed = { status: 'failed', fullName: 'a number is given once', failureMessages: ['expected 2 to be 1\n  at line 7\n  at line 8'] }

describe('the end of a log of tests', () => {
  it('names each test that failed with the head of its message, and no other', () => {
    const report = reportWith({
      numFailedTests: 1,
      success: false,
      testResults: [{ name: 'number.test.ts', status: 'failed', assertionResults: [passed, failed] }],
    })
    expect(failuresOf(report, 2)).toEqual(['number.test.ts › a number is given once\nexpected 2 to be 1\n  at line 7'])
    expect(totalsOf(report)).toEqual({ passed: 1, failed: 1 })
  })

  it('names a file that did not load, and counts it', () => {
    const report = reportWith({
      success: false,
      testResults: [{ name: 'broken.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }],
    })
    expect(failuresOf(report)).toEqual(['broken.test.ts\nno such module'])
    expect(totalsOf(report)).toEqual({ passed: 1, failed: 1 })
  })

  it('counts an error outside of any test, and a report that is missing', () => {
    expect(totalsOf(reportWith({ success: false }))).toEqual({ passed: 1, failed: 1 })
    const missing = path.join(folder, 'missing.json')
    expect(totalsOf(missing)).toEqual({ passed: 0, failed: 1 })
    expect(failuresOf(missing)).toEqual([`${missing}: no report`])
  })
})
