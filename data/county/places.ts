import type { Random } from './random.ts'

export type PlaceKind = 'home' | 'shop' | 'street' | 'village' | 'road' | 'school' | 'public'

/** Where things happen, by short name of the station in whose area it lies. All names are invented. */
const places: Readonly<Record<string, Readonly<Record<PlaceKind, readonly string[]>>>> = {
  城关: {
    home: [
      '晋安小区{n}号楼',
      '锦绣苑{n}号楼',
      '粮站家属院{n}排',
      '云锦花园{n}号楼',
      '鼓楼社区{n}号院',
      '东苑小区{n}号楼',
      '文庙巷{n}号',
      '书院街{n}号院',
    ],
    shop: [
      '供销大厦',
      '鼓楼东街夜市',
      '锦绣苑KTV',
      '便民超市（鼓楼店）',
      '四海饭店',
      '金街网吧',
      '老街烧烤城',
      '新华手机城',
      '鼓楼农贸市场',
      '百汇商场',
    ],
    street: ['鼓楼东街', '鼓楼西街', '书院街', '文庙巷口', '迎春巷', '东环路', '人民广场西侧', '体育场北门'],
    village: ['东关村', '北坡村', '窑上村'],
    road: ['东环路与书院街路口', '鼓楼大街十字路口', '北环路加油站门口', '县医院门前路口'],
    school: ['城关第一小学门口', '{county}中学东门', '鼓楼幼儿园门口', '实验初中操场外'],
    public: ['县医院急诊楼', '人民广场', '政务服务大厅', '体育场', '城关公园'],
  },
  南关: {
    home: ['南苑小区{n}号楼', '铁路家属院{n}排', '客运小区{n}号楼', '安居苑{n}号楼', '南关巷{n}号'],
    shop: ['客运站候车室', '南关汽配城', '归来旅社', '南门小吃街', '天天超市（南关店）', '老李修车铺'],
    street: ['客运路', '南关大街', '站前广场', '安居路'],
    village: ['南坪村', '下庄村', '柳沟村'],
    road: ['客运路与南环路路口', '汾石线3公里处', '南环路立交桥下', '汽配城门前路段'],
    school: ['南关小学门口', '职业中学西门', '南苑幼儿园门口'],
    public: ['客运站', '南关卫生院', '站前广场公交站'],
  },
  河西: {
    home: ['幸福家园{n}号楼', '河西镇幸福街{n}号', '水泥厂家属区{n}排'],
    shop: ['河西集贸市场', '顺发饭店', '河西供销社', '红星棋牌室'],
    street: ['幸福街', '河西镇桥头', '河堤路'],
    village: ['河西村', '上水村', '下水村', '杨树坡村', '石佛村'],
    road: ['汾石线14公里处', '河西大桥东头', '水泥厂岔路口'],
    school: ['河西中心小学门口', '河西初中门口'],
    public: ['河西卫生院', '河西镇文化广场'],
  },
  云岭: {
    home: ['云岭新村{n}号楼', '矿区家属院{n}栋', '云岭路{n}号院'],
    shop: ['云岭商店', '矿区职工食堂', '云岭路台球厅', '兴旺烟酒店'],
    street: ['云岭路', '矿区大门外', '俱乐部前街'],
    village: ['云岭村', '前岭村', '后岭村', '松树沟村'],
    road: ['云岭路9公里处', '煤场路口', '盘山路三道弯'],
    school: ['云岭幼儿园门口', '云岭学校门口'],
    public: ['云岭卫生院', '矿区俱乐部'],
  },
  石门: {
    home: ['石门乡街上{n}号', '移民新村{n}排'],
    shop: ['石门乡集市', '石门农资店', '乡街小饭馆'],
    street: ['石门乡街上', '乡政府门前'],
    village: ['石门村', '东沟村', '西沟村', '大岩村', '梨树洼村'],
    road: ['石门隧道南口', '县乡路22公里处', '大岩村岔路口'],
    school: ['石门学校门口'],
    public: ['石门卫生院', '石门水库坝上'],
  },
  清溪: {
    home: ['清溪镇桥头路{n}号', '滨水花园{n}号楼'],
    shop: ['清溪农家乐', '清溪镇超市', '桥头饭店', '镇上彩票店'],
    street: ['桥头路', '清溪镇老街', '河滨步道'],
    village: ['清溪村', '溪上村', '核桃坪村', '苇子沟村'],
    road: ['清溪大桥', '清河路5公里处', '景区停车场出口'],
    school: ['清溪中心校门口'],
    public: ['清溪景区', '清溪卫生院'],
  },
}

/** The area of one station, in a county of this name. */
interface Area {
  readonly station: string
  readonly stem: string
}

/** One place of one of these kinds in a station's area; house numbers are filled in. */
export function inventPlace(random: Random, { station, stem }: Area, kinds: readonly PlaceKind[]): string {
  const name = random.pick(places[station]?.[random.pick(kinds)] ?? ['县城'])
  return name.replace('{n}', () => String(random.int(1, 24))).replace('{county}', stem)
}

/** How many of a hundred calls come from each area. */
export const areaShares: readonly (readonly [station: string, share: number])[] = [
  ['城关', 38],
  ['南关', 24],
  ['河西', 13],
  ['云岭', 10],
  ['石门', 7],
  ['清溪', 8],
]
