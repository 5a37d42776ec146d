import { describe, expect, it } from 'vitest'
import { justNow } from '#platform/web/when-field.tsx'
import { dispositions } from '../domain/incident-state.ts'
import { disposalInput, disposalMissing, filingInput, firstCaseDraft } from './disposal.ts'
import type { DisposalDraft } from './disposal.ts'

const known = {
  id: '0199f0c0-0000-7000-8000-000000000001',
  summary: '两名摊主因占道打架',
  dispositionNote: null,
  proposedCause: null,
  proposedCauseText: null,
  proposedCauseLaw: null,
  proposedCauseArticle: null,
  reporterName: '贺某某',
  reporterPhone: '199 **** 0417',
  reporterAskedSecrecy: false,
  sensitivity: 'none',
  secrecy: 'ordinary',
} as const
const fresh: DisposalDraft = { ...firstCaseDraft(known), disposition: null, note: '', reason: null }
const making = { incidentId: known.id, caseId: '0199f0c0-0000-7000-8000-00000000000c', when: justNow }

describe('what is missing', () => {
  it('is, for a correction, the reason besides', () => {
    const correction: DisposalDraft = { ...fresh, disposition: 'helped', note: '协助换锁', reason: '' }
    expect(disposalMissing(correction, known)).toEqual(['reason'])
    expect(disposalMissing({ ...correction, reason: '复核后更正' }, known)).toEqual([])
  })

  it('is the choice itself, to begin with', () => {
    expect(disposalMissing(fresh, known)).toEqual(['disposition'])
  })
  it('is, for a case, the cause and whoever takes the receipt', () => {
    const crime: DisposalDraft = { ...fresh, disposition: 'criminal-case', reporterRole: 'reporter' }
    expect(disposalMissing(crime, known)).toEqual(['causeCode'])
    expect(disposalMissing({ ...crime, causeCode: 'cl-264' }, { reporterName: null })).toEqual(['reporterName'])
    expect(disposalMissing({ ...crime, causeCode: 'cl-264', reporterName: '贺女士' }, { reporterName: null })).toEqual([])
  })
  it('is, for a cause that stands on no list, what it is; neither law nor article', () => {
    const crime: DisposalDraft = { ...fresh, disposition: 'criminal-case', reporterRole: 'reporter', causeCode: 'other' }
    expect(disposalMissing(crime, known)).toEqual(['causeText'])
    expect(disposalMissing({ ...crime, causeText: '倒卖演出门票' }, known)).toEqual([])
  })
  it('is, for a crime, as what the person reports it', () => {
    expect(disposalMissing({ ...fresh, disposition: 'criminal-case', causeCode: 'cl-264' }, known)).toEqual(['reporterRole'])
  })
  it('is, for every other outcome, what was done or why', () => {
    const others = dispositions.filter((disposition) => !disposition.endsWith('-case'))
    for (const disposition of others) expect(disposalMissing({ ...fresh, disposition }, known), disposition).toEqual(['note'])
  })
})

describe('what is sent', () => {
  it('opens a case at once for a crime only', () => {
    const draft: DisposalDraft = { ...fresh, disposition: 'criminal-case', causeCode: 'other' }
    expect(disposalInput(draft, 'criminal-case', making)).toHaveProperty('caseId', making.caseId)
    expect(disposalInput(draft, 'administrative-case', making)).not.toHaveProperty('caseId')
  })
  it('leaves out the case where none is asked for', () => {
    const sent = disposalInput({ ...fresh, note: ' 双方握手言和 ', causeCode: 'other' }, 'mediated', making)
    expect(sent).toEqual({ incidentId: known.id, disposition: 'mediated', note: '双方握手言和', sensitivity: 'none' })
  })
})

it('says what other is, and forgets it for a cause of the list', () => {
  const draft: DisposalDraft = { ...fresh, disposition: 'criminal-case', causeCode: 'other', causeText: ' 倒卖门票 ', causeLaw: '' }
  expect(disposalInput(draft, 'criminal-case', making)).toMatchObject({ causeCode: 'other', causeText: '倒卖门票' })
  expect(disposalInput(draft, 'criminal-case', making)).not.toHaveProperty('causeLaw')
  expect(filingInput({ ...draft, causeCode: 'psapl-51' }, making)).not.toHaveProperty('causeText')
})

it('offers the unit head what the officer proposed', () => {
  const proposed = firstCaseDraft({ ...known, proposedCause: 'psapl-51-1', dispositionNote: '持铁勺击打一下' })
  expect(proposed).toMatchObject({ causeCode: 'psapl-51-1', matter: '持铁勺击打一下' })
  expect(filingInput({ ...proposed, reporterPhone: '199 0000 0417' }, making)).toMatchObject({
    causeCode: 'psapl-51-1',
    reporterPhone: '19900000417',
  })
})

describe('secrecy of who reported', () => {
  it('is sent where it was asked for, and stays asked for in the form of the unit head', () => {
    const crime: DisposalDraft = { ...fresh, disposition: 'criminal-case', causeCode: 'cl-264', reporterRole: 'reporter' }
    expect(disposalInput(crime, 'criminal-case', making)).not.toHaveProperty('reporterIdentitySecret')
    expect(disposalInput({ ...crime, reporterIdentitySecret: true }, 'criminal-case', making)).toMatchObject({
      reporterIdentitySecret: true,
    })
    const asked = firstCaseDraft({ ...known, reporterAskedSecrecy: true })
    expect(filingInput(asked, making)).toMatchObject({ reporterIdentitySecret: true })
  })
})
