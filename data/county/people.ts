import type { Random } from './random.ts'

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'.split(
    '',
  )
// why: names of two characters each from these give thousands of people, none of whom is meant.
const first = '晓志建文秀春桂玉海永国明立小青若守长书思云静兆向来景润木远牧知素安庆雨雪秋冬梅兰芳'.split('')
const second = '明安山川禾谷林岚屏诚福生宁和芸霞峰亮强军刚平英红燕梅花莲萍娟龙虎庆丰年成义顺贵财满舟'.split('')
const rare = ['䶮', '㛃', '堃', '喆', '犇', '𠮷'] as const

export const inventName = (random: Random): string => {
  const surname = random.pick(surnames)
  if (random.chance(0.004)) return surname + random.pick(rare)
  return random.chance(0.15) ? surname + random.pick(second) : surname + random.pick(first) + random.pick(second)
}

/** Somebody of the county who may call: 199 0000 0300 to 199 0000 9999, numbers that are given to nobody. */
export interface Resident {
  readonly name: string
  readonly phone: string
  readonly isWoman: boolean
}

const firstResident = 300
const lastResident = 9_999

export const inventResidents = (random: Random): readonly Resident[] =>
  Array.from({ length: lastResident - firstResident + 1 }, (_, index) => ({
    name: inventName(random),
    phone: `1990000${String(firstResident + index).padStart(4, '0')}`,
    isWoman: random.chance(0.48),
  }))

/** As a caller gives it: 贺女士. */
export const courteous = ({ name, isWoman }: Resident): string => `${Array.from(name)[0]}${isWoman ? '女士' : '先生'}`
