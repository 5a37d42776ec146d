import type { Extra } from './extra.ts'

/** Wages that were not paid: told at the counter at once, disputed, told in writing; and a matter taken over from another county. */
export const notForThePolice: Extra = {
  name: 'not for the police',
  async play({ county, act, newId }) {
    const station = county.units.find(({ kind }) => kind === 'station')
    const officer = county.officers.find(
      ({ unitCode, grants }) => unitCode === station?.code && grants.some(({ role }) => role === 'officer'),
    )
    const desk = county.officers.find(({ grants }) => grants.some(({ role }) => role === 'dispatcher'))
    if (!station || !officer || !desk) return
    const incidentId = newId(170)
    const does = (name: string, minutesAgo: number, input: object) =>
      act({ name: `incidents.${name}`, by: officer, minutesAgo, input: { incidentId, ...input } })
    await act({ name: 'incidents.receive', by: officer, minutesAgo: 170, input: { id: incidentId, dispatchTo: station.code, ...wages } })
    await does('sign', 169, {})
    await does('dispose', 150, { disposition: 'no-police-matter', note: '反映的是劳动报酬争议，没有违法犯罪事实' })
    const organ = '汾川县人力资源和社会保障局'
    await does('recordTelling', 149, { tellingId: newId(149), way: 'in-person', organ, isDisputed: true })
    const notice = { paperId: newId(140), form: 'other-authority-notice', addressee: organ, reason: '反映的是劳动报酬争议。' }
    await does('issueNotice', 140, notice)
    await act({
      name: 'incidents.receive',
      by: desk,
      minutesAgo: 75,
      input: { id: newId(75), dispatchTo: station.code, ...takenOver },
    })
  },
}

const wages = {
  source: 'counter',
  category: 'debt-dispute',
  grade: 'IV',
  reporterName: '党小军',
  reporterPhone: '19900008831',
  place: '城关派出所值班室',
  summary: '在工地干了三个月，老板欠两万多工钱，要求派出所抓人。',
}

const takenOver = {
  source: 'transfer',
  category: 'fraud',
  grade: 'III',
  reporterName: '邢玉珍',
  reporterPhone: '19900008832',
  place: '汾川县城关镇文化路 2 号文化广场',
  summary: '邻县受理的保健品诈骗，收款人在本县，随案移来转账记录复印件。',
  transferFrom: { organ: '邻县公安局刑侦大队', number: '邻公（刑）移字〔2026〕8号' },
}
