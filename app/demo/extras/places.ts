import type { Extra } from './extra.ts'

/** Places that callers name, by the short name of the station whose beat they are on. */
const places: Readonly<Record<string, readonly (readonly [name: string, location: string])[]>> = {
  城关: [
    ['东关农贸市场', '城关镇东关街 8 号'],
    ['汾川县人民医院', '城关镇东关街 20 号'],
    ['汾川汽车站', '城关镇站前路 1 号'],
    ['鼓楼夜市', '城关镇鼓楼东街'],
    ['粮站家属院', '城关镇粮站巷 3 号'],
    ['汾川一中', '城关镇学府街 1 号'],
    ['文化广场', '城关镇文化路 2 号'],
    ['县政务服务大厅', '城关镇文化路 16 号'],
  ],
  河西: [
    ['滨河小区', '河西镇滨河路 12 号'],
    ['河西中学', '河西镇兴河街 5 号'],
    ['河西加油站', '河西镇国道口'],
  ],
  云岭: [['云岭景区游客中心', '云岭镇景区路 1 号']],
  石门: [['石门采石场', '石门镇石桥村南']],
  清溪: [['清溪水库', '清溪镇水库路']],
}

/** The book of places that the command centre types ahead from. */
export const bookOfPlaces: Extra = {
  name: 'book of places',
  async play({ county, act, newId }) {
    const desk = county.officers.find(({ grants }) => grants.some(({ role }) => role === 'dispatcher'))
    if (!desk) return
    for (const unit of county.units)
      for (const [name, location] of places[unit.shortName] ?? [])
        await act({
          name: 'incidents.addPlace',
          by: desk,
          minutesAgo: 3_000,
          input: { id: newId(3_000), name, location, unitCode: unit.code },
        })
  },
}
