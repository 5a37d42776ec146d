import type { DemoStage, Extra } from './extra.ts'

/** A fight at the market to which several people called: the second call joined it, the third was taken for another and merged. */
export const severalCalls: Extra = {
  name: 'several calls',
  async play(stage) {
    const { county, act, newId } = stage
    const desk = county.officers.find(({ grants }) => grants.some(({ role }) => role === 'dispatcher'))
    const station = county.units.find(({ kind }) => kind === 'station')
    if (!desk || !station) return
    const call = { source: '110', category: 'fight', grade: 'II', dispatchTo: station.code } as const
    const receive = async (minutesAgo: number, told: object) => {
      const id = newId(minutesAgo)
      await act({ name: 'incidents.receive', by: desk, minutesAgo, input: { ...call, id, ...told } })
      return id
    }
    const first = await receive(38, {
      reporterName: '车永平',
      reporterPhone: '19900008821',
      place: '汾川县城关镇东关农贸市场北门',
      summary: '两个摊主因占道打起来，一人头上流血。',
    })
    await laterCall(stage, desk, first)
    const second = await receive(33, {
      reporterName: '米桂花',
      reporterPhone: '19900008823',
      place: '东关农贸市场，靠北门的菜摊',
      summary: '卖菜的打架，围了很多人，路堵住了。',
    })
    const reason = '与先登记的为同一起，来电人地点、情节一致'
    await act({ name: 'incidents.merge', by: desk, minutesAgo: 31, input: { incidentId: second, intoId: first, reason } })
  },
}

const laterCall = ({ act, newId }: DemoStage, by: { readonly id: string }, incidentId: string) =>
  act({
    name: 'incidents.addCall',
    by,
    minutesAgo: 36,
    input: {
      incidentId,
      callId: newId(36),
      channel: '110',
      callerName: '樊建国',
      callerPhone: '19900008822',
      said: '市场保安来电：其中一人回车上拿了铁管，请快一点。',
    },
  })
