import type { CountyOfficer } from '../../../data/county/county-officers.ts'
import type { DemoStage, Extra } from './extra.ts'

interface Stations {
  readonly desk: CountyOfficer
  readonly own: CountyOfficer
  readonly next: CountyOfficer
  readonly third: CountyOfficer
}

/** The desk, an officer of the station of the demo log-ins, and officers of two other stations. */
function stationsOf({ county: { officers, units } }: DemoStage): Stations | undefined {
  const stations = new Set(units.filter(({ kind }) => kind === 'station').map(({ code }) => code))
  const [desk, own] = officers
  const others = officers.filter(
    ({ unitCode, grants }) => stations.has(unitCode) && unitCode !== own?.unitCode && grants.every(({ role }) => role === 'officer'),
  )
  const [next] = others
  const third = others.find(({ unitCode }) => unitCode !== next?.unitCode)
  return desk && own && next && third ? { desk, own, next, third } : undefined
}

const call = {
  source: '110',
  sensitivity: 'none',
  reporterName: '范立冬',
  reporterPhone: '19900008821',
}

/** A fight at the night market: three stations are sent, one is taken back, the others are at the scene. */
async function nightMarket({ act, newId }: DemoStage, { desk, own, next, third }: Stations): Promise<void> {
  const id = newId(48)
  const units = { dispatchTo: own.unitCode, alsoTo: [next.unitCode, third.unitCode] }
  const told = { category: 'fight', grade: 'II', place: '古城路夜市东口', summary: '两桌人打起来，有人拿酒瓶，一人头部流血，已叫救护车' }
  await act({ name: 'incidents.receive', by: desk, minutesAgo: 48, input: { id, ...call, ...told, ...units } })
  await act({ name: 'incidents.sign', by: own, minutesAgo: 46, input: { incidentId: id } })
  await act({ name: 'incidents.sign', by: next, minutesAgo: 45, input: { incidentId: id } })
  const recalled = { incidentId: id, unitCode: third.unitCode, reason: '现场已控制，不用再去' }
  await act({ name: 'incidents.recall', by: desk, minutesAgo: 41, input: recalled })
  await act({ name: 'incidents.arrive', by: own, minutesAgo: 39, input: { incidentId: id } })
  await act({ name: 'incidents.arrive', by: next, minutesAgo: 36, input: { incidentId: id } })
}

/** A quarrel on the border of two beats is handed on twice and comes back. */
async function passedAround({ act, newId }: DemoStage, { desk, own, next }: Stations): Promise<void> {
  const id = newId(95)
  const told = {
    category: 'neighbour-dispute',
    grade: 'III',
    place: '汾石线十四公里处两村交界',
    summary: '两村村民为一条水渠争吵，人越聚越多',
  }
  await act({ name: 'incidents.receive', by: desk, minutesAgo: 95, input: { id, ...call, ...told, dispatchTo: own.unitCode } })
  const on = { incidentId: id, unitCode: next.unitCode, reason: '水渠在界碑以南，属对方辖区' }
  await act({ name: 'incidents.handOn', by: own, minutesAgo: 88, input: on })
  await act({ name: 'incidents.sign', by: next, minutesAgo: 85, input: { incidentId: id } })
  const back = { incidentId: id, unitCode: own.unitCode, reason: '报警人住在界碑以北，争吵在其门前' }
  await act({ name: 'incidents.handOn', by: next, minutesAgo: 71, input: back })
  await act({ name: 'incidents.sign', by: own, minutesAgo: 69, input: { incidentId: id } })
}

/** Short weight at the market is no police matter but another authority's: transferred, with nineteen of its hours gone. */
async function transferred({ act, newId }: DemoStage, { desk, own }: Stations): Promise<void> {
  const id = newId(1_180)
  const told = { category: 'other', grade: 'IV', place: '鼓楼农贸市场', summary: '称买的羊肉缺斤短两，摊主用的是作弊秤' }
  await act({ name: 'incidents.receive', by: desk, minutesAgo: 1_180, input: { id, ...call, ...told, dispatchTo: own.unitCode } })
  await act({ name: 'incidents.sign', by: own, minutesAgo: 1_178, input: { incidentId: id } })
  await act({ name: 'incidents.arrive', by: own, minutesAgo: 1_165, input: { incidentId: id } })
  const help = { incidentId: id, disposition: 'mediated', note: '摊主当场补足差价' }
  await act({ name: 'incidents.dispose', by: own, minutesAgo: 1_150, input: help })
  const moved = {
    incidentId: id,
    disposition: 'transferred',
    note: '移送县市场监督管理局稽查大队',
    reason: '复核发现电子秤有作弊装置，属市场监管职权',
  }
  await act({ name: 'incidents.correct', by: own, minutesAgo: 1_140, input: moved })
}

/** Several units, one taken back; an incident handed on twice; an outcome corrected into a transfer that is to be handed over. */
export const sending: Extra = {
  name: 'sending',
  async play(stage) {
    const stations = stationsOf(stage)
    if (!stations) return
    await transferred(stage, stations)
    await passedAround(stage, stations)
    await nightMarket(stage, stations)
  },
}
