import type { CaseMove, IncidentStory, Step } from '../../data/county/story.ts'

export type DeedName =
  | 'incidents.receive'
  | 'incidents.dispatch'
  | 'incidents.sign'
  | 'incidents.arrive'
  | 'incidents.dispose'
  | 'incidents.refuseFiling'
  | 'incidents.handOver'
  | 'incidents.fileCase'
  | 'cases.move'
  | 'cases.serveNotice'

/** One thing that an officer of the county did in the application: the action of this name, at this time. */
export interface Deed {
  readonly name: DeedName
  readonly step: Step
  readonly story: IncidentStory
  readonly move: CaseMove | null
  /** Nothing more has happened in this story. */
  readonly isLast: boolean
}

type Told = Omit<Deed, 'isLast'>

function* toldIn(story: IncidentStory): Generator<Told> {
  const { received, dispatched, signed, arrived, disposed, refused, handedOver, case: opened } = story
  const deed = (name: DeedName, step: Step, move: CaseMove | null = null): Told => ({ name, step, story, move })
  yield deed('incidents.receive', received)
  if (dispatched) yield deed('incidents.dispatch', dispatched)
  if (signed) yield deed('incidents.sign', signed)
  if (arrived) yield deed('incidents.arrive', arrived)
  if (disposed) yield deed('incidents.dispose', disposed)
  if (refused) yield deed('incidents.refuseFiling', refused)
  if (handedOver) yield deed('incidents.handOver', handedOver)
  if (!opened) return
  // why: a crime is accepted by the disposition itself.
  if (opened.kind === 'administrative') yield deed('incidents.fileCase', opened.opened)
  for (const move of opened.moves) yield deed('cases.move', move, move)
  if (opened.noticeServed) yield deed('cases.serveNotice', opened.noticeServed)
}

function deedsOfStory(story: IncidentStory): Deed[] {
  const told = [...toldIn(story)]
  return told.map((deed, at) => ({ ...deed, isLast: at === told.length - 1 }))
}

/** Everything that happened in the county, in the order in which it was recorded. */
export const deedsOf = (stories: readonly IncidentStory[]): readonly Deed[] => inOrder(stories.flatMap(deedsOfStory))

/** By the time at which they were recorded; what was recorded in one moment stays as it stands. */
export const inOrder = (deeds: readonly Deed[]): readonly Deed[] =>
  deeds.toSorted((one, other) => one.step.recordedAt.getTime() - other.step.recordedAt.getTime())

const timeOf = ({ occurredAt, lateReason }: Step) => ({ occurredAt: occurredAt.toISOString(), lateReason: lateReason ?? undefined })

const received = ({ id, source, categoryCode, grade, reporter, place, narrative, sensitivity, received: step }: IncidentStory) => ({
  id,
  source,
  category: categoryCode,
  grade,
  reporterName: reporter.name ?? undefined,
  reporterPhone: reporter.phone ?? undefined,
  place,
  summary: narrative,
  sensitivity,
  ...timeOf(step),
})

const disposed = ({ id, disposed: step, secrecy, case: opened }: IncidentStory) => ({
  incidentId: id,
  disposition: step?.disposition,
  note: step?.result,
  secrecy,
  ...(opened && { causeCode: opened.causeCode }),
  ...(opened?.kind === 'criminal' && { caseId: opened.id, matter: opened.matter, reporterRole: opened.party.role }),
  ...(step && timeOf(step)),
})

const filed = ({ id, case: opened }: IncidentStory) => ({
  incidentId: id,
  caseId: opened?.id,
  causeCode: opened?.causeCode,
  matter: opened?.matter,
  reporterRole: opened?.party.role,
  ...(opened && timeOf(opened.opened)),
})

/** The id of the notice, made of the incident's own so that the same county has the same papers. */
const refusalPaperId = ({ id }: IncidentStory): string => `${id.slice(0, 14)}7${id.slice(15, 24)}${[...id].slice(24).toReversed().join('')}`

const moved = (step: Step, { case: opened }: IncidentStory, move: CaseMove | null) => ({
  caseId: opened?.id,
  act: move?.act,
  ground: move?.ground ?? undefined,
  reason: move?.reason ?? undefined,
  outcome: move?.outcome ?? undefined,
  ...timeOf(step),
})

/** What the officer gave to the action: the actions and the bulk path read the very same. */
export function inputOf({ name, step, story, move }: Told): object {
  switch (name) {
    case 'incidents.receive':
      return received(story)
    case 'incidents.dispatch':
      return { incidentId: story.id, unitCodes: [story.unitCode] }
    case 'incidents.sign':
      return { incidentId: story.id }
    case 'incidents.arrive':
      return { incidentId: story.id, ...timeOf(step) }
    case 'incidents.dispose':
      return disposed(story)
    case 'incidents.refuseFiling':
      return { incidentId: story.id, paperId: refusalPaperId(story), reason: story.disposed?.result, ...timeOf(step) }
    case 'incidents.handOver':
      return { incidentId: story.id, to: story.handedOver?.to, way: 'electronic', reporterTold: 'by-phone', ...timeOf(step) }
    case 'incidents.fileCase':
      return filed(story)
    case 'cases.move':
      return moved(step, story, move)
    case 'cases.serveNotice':
      return { caseId: story.case?.id, way: 'in-person', ...timeOf(step) }
  }
}
