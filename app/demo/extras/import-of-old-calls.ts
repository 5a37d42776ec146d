import { inBeijing } from '#kernel/beijing-time.ts'
import { takeImportFile } from '#modules/incidents/index.ts'
import { csvLines } from '#platform/server/csv/csv-text.ts'
import { actingOfficer } from '../county-people.ts'
import type { DemoStage, Extra } from './extra.ts'

const titles = [
  '来源系统',
  '来源系统编号',
  '接警时间',
  '接警渠道',
  '警情类别',
  '报警人',
  '联系电话',
  '地点',
  '简要情况',
  '处置结果',
  '处置时间',
  '处置说明',
  '承办单位',
]

/** Calls that the old system of the county took in its last days: what, where, how it ended, and after how many minutes. */
const calls = [
  ['110', '噪音扰民', '梁建业', '19900000611', '书院街 12 号院', '楼上装修到夜里十一点', '当场调解', '双方约定晚八点后停工', 55],
  ['110', '走失', '齐桂芬', '19900000612', '汽车站候车室', '老人走失，穿灰色外套', '帮助、当场处理', '在站前广场找到，交由家属领回', 90],
  ['窗口', '咨询', '', '', '局机关接待窗口', '询问身份证异地换领', '非警务', '告知到户籍窗口办理', 10],
  ['110', '邻里纠纷', '车保国', '19900000613', '粮站家属院', '因公用过道堆放杂物争吵', '当场调解', '当场清理，双方和解', 70],
  [
    '移交',
    '经济纠纷',
    '谷雨田',
    '19900000614',
    '河西建材市场',
    '货款纠纷，双方各执一词',
    '移送',
    '告知向人民法院起诉，材料移交司法所',
    120,
  ],
] as const

const minuteMs = 60_000
const firstMinutesAgo = 3 * 1_440
const spacingMinutes = 95

function fileOf({ county, loadedAt }: DemoStage): string {
  const at = (minutesAgo: number) =>
    inBeijing(new Date(loadedAt.getTime() - minutesAgo * minuteMs))
      .slice(0, 16)
      .replace('T', ' ')
  const unit = county.officers[1]?.unitCode ?? ''
  const rows = calls.map(([source, category, name, phone, place, summary, outcome, note, tookMinutes], index) => {
    const receivedAgo = firstMinutesAgo - index * spacingMinutes
    const number = `FC110-${String(index + 48_211).padStart(8, '0')}`
    return [
      '汾川 110 旧系统',
      number,
      at(receivedAgo),
      source,
      category,
      name,
      phone,
      place,
      summary,
      outcome,
      at(receivedAgo - tookMinutes),
      note,
      unit,
    ]
  })
  return `\uFEFF${csvLines([titles, ...rows])}`
}

async function* bytesOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}

/** The command centre brings over what the old system still held; the worker registers it as soon as it runs. */
export const importOfOldCalls: Extra = {
  name: 'import of old calls',
  async play(stage) {
    const { county } = stage
    const dispatcher = county.officers.find(({ grants }) => grants.some(({ role }) => role === 'dispatcher'))
    if (!dispatcher) return
    const minutesAgo = 40
    const file = { body: bytesOf(fileOf(stage)), announcedBytes: 0 }
    const checked = await takeImportFile(stage.platformAt(minutesAgo), actingOfficer(county.bureau, dispatcher), file)
    if (!checked.import) throw new TypeError(`the demo's own file is at fault: ${JSON.stringify(checked.faults)}`)
    await stage.act({ name: 'incidents.startImport', by: dispatcher, minutesAgo: minutesAgo - 1, input: { importId: checked.import.id } })
  },
}
