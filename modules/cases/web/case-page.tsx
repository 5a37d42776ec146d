import './cases.css'
import type { ReactNode } from 'react'
import { StatutoryClock } from '#modules/deadlines/parts.tsx'
import { useAnswer } from '#platform/web/answer.ts'
import { CaseHeader, DetailPage, TwoColumns } from '#platform/web/detail-page.tsx'
import { useBilingual, useLanguage, useWords } from '#platform/web/language.ts'
import { useRouteParam } from '#platform/web/navigation.tsx'
import { PageState } from '#platform/web/page-state.tsx'
import { Panel } from '#platform/web/panel.tsx'
import { Fill, useFills } from '#platform/web/slot.tsx'
import { useFormat } from '#platform/web/use-format.ts'
import { findCase } from '../contract.ts'
import type { CaseDetail } from '../contract.ts'
import { causeTitle } from '../domain/cause.ts'
import { isClosed } from '../domain/stage.ts'
import { useCaseActs } from './case-acts.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseFacts, Clocks, Papers } from './case-side.tsx'
import { CaseTrail } from './case-trail.tsx'
import { leadingSubject } from './clock-subject.ts'
import { LeaderRequests } from './leader-requests-panel.tsx'
import { Measures } from './measures-panel.tsx'
import { Parties } from './parties-panel.tsx'
import { Officers, Standing } from './record-panels.tsx'
import { caseWords } from './screen-words.ts'
import { stageSteps } from './stage-steps.ts'

declare module '#platform/web/page-def.ts' {
  interface SlotProps {
    /** A tab of the page of one case. */
    'case-page.section': { readonly caseId: string }
  }
}

/** The page of one case. Opening it is written into its trail, so it is not asked for again by itself. */
export function CasePage() {
  const caseId = useRouteParam('caseId')
  const answer = useAnswer(findCase, { caseId }, { isRecorded: true })
  return <PageState answer={answer}>{(record) => <Case key={record.id} record={record} />}</PageState>
}

function Case({ record }: { record: CaseDetail }) {
  const words = useWords(caseWords)
  const say = useBilingual()
  const acts = useCaseActs(record)
  const fills = useFills('case-page.section')
  const sections = fills.map((fill, index) => ({
    id: `part-${index}`,
    label: fill.title ? say(fill.title) : String(index + 1),
    content: <Fill fill={fill} props={{ caseId: record.id }} />,
  }))
  const overview = <TwoColumns main={<Main record={record} below={acts.below} />} side={<Side record={record} />} />
  return (
    <DetailPage
      header={<Header record={record} acts={acts.bar} />}
      tabs={[{ id: 'overview', label: words.page.overview, content: overview }, ...sections]}
    />
  )
}

function Main({ record, below }: { record: CaseDetail; below: ReactNode }) {
  const { page } = useWords(caseWords)
  return (
    <>
      {below}
      <Standing record={record} />
      <Panel title={page.history}>
        <CaseHistory record={record} />
      </Panel>
      {record.can.seeTrail && <CaseTrail caseId={record.id} />}
    </>
  )
}

function Side({ record }: { record: CaseDetail }) {
  const { page } = useWords(caseWords)
  return (
    <>
      <Panel title={page.matter}>
        <p>{record.matter}</p>
      </Panel>
      <Officers record={record} />
      <Measures record={record} />
      <Papers record={record} />
      <Parties record={record} />
      <Clocks record={record} />
      <LeaderRequests caseId={record.id} />
      <CaseFacts record={record} />
    </>
  )
}

function Header({ record, acts }: { record: CaseDetail; acts: ReactNode }) {
  const words = useWords(caseWords)
  const language = useLanguage()
  const format = useFormat()
  const { page } = words
  const labels = [
    words.kinds[record.kind],
    ...(record.secrecy === 'secret' ? [words.secrecies.secret] : []),
    ...(record.sensitivity === 'none' ? [] : [words.sensitivities[record.sensitivity]]),
  ]
  const none = isClosed(record.stage) ? page.noClockClosed : page.noClockOpen
  return (
    <CaseHeader
      back={{ to: '/staff/cases', label: page.back }}
      number={record.number}
      labels={labels}
      holder={page.holder(record.unitName, record.holderName)}
      title={causeTitle(record, language)}
      acts={acts}
      stages={stageSteps(record, { label: (stage) => words.stages[stage], time: format.shortTime, notReached: page.notReached })}
      clock={record.clock ? { shown: <StatutoryClock subject={leadingSubject(record)} clock={record.clock} /> } : { none }}
    />
  )
}
