import type { Random } from './random.ts'

// law: below the amounts from which theft and fraud are crimes; the county keeps to one thousand five hundred and three thousand.
const smallPrices = ['一百五十元', '三百余元', '四百余元', '六百余元', '八百余元', '九百余元', '一千二百元'] as const
const smallLosses = ['680元', '1200元', '1800元', '2600元'] as const
const amount = /[一二三四五六七八九千百]+余?元|[\d.]+万?余?元/g

/** Null where no amount is told. Compared whole: 1200元 is not a part of 21200元. */
export function isSmallLoss(narrative: string): boolean | null {
  const told = narrative.match(amount)
  return told && told.every((one) => [...smallPrices, ...smallLosses].some((small) => small === one))
}

const lists: Readonly<Record<string, readonly string[]>> = {
  ago: ['五分钟', '十分钟', '二十分钟', '半小时', '一小时', '两小时'],
  since: ['昨晚', '昨天下午', '今天早上', '前天夜里', '上周末', '三天前'],
  age: ['二十多岁', '三十岁左右', '四十岁左右', '五十多岁', '十七八岁', '六十岁上下'],
  wear: ['穿黑色外套', '穿灰色上衣', '穿迷彩服', '戴鸭舌帽', '穿红色T恤', '戴口罩', '背双肩包', '穿工作服'],
  bike: ['电动自行车', '电动三轮车', '摩托车', '自行车', '电动滑板车'],
  part: ['电瓶', '充电器', '后视镜', '两块电瓶', '车座'],
  goods: ['手机', '现金', '笔记本电脑', '金项链', '香烟', '背包', '平板电脑', '身份证和银行卡', '羊绒大衣', '药品'],
  tool: ['铝合金型材', '电缆', '水泵', '钢筋', '配电箱铜芯', '井盖', '柴油', '脚手架扣件'],
  crop: ['玉米', '核桃', '苹果', '花椒', '谷子', '羊'],
  price: [...smallPrices, '一千八百元', '两千六百元', '三千五百元', '五千余元', '八千余元', '一万二千元'],
  loss: [...smallLosses, '3600元', '4980元', '8600元', '1.2万元', '2.6万元', '4.8万元', '7万余元', '12.5万元', '18万元'],
  trick: [
    '刷单返利',
    '冒充客服退款',
    '网上贷款先交保证金',
    '冒充老师收资料费',
    '虚假投资理财',
    '网购游戏账号',
    '冒充公检法',
    '低价机票',
    '裸聊敲诈转账',
    '冒充领导借钱',
  ],
  app: ['微信群', '一款陌生软件', '短视频平台私信', '短信链接', 'QQ', '一个投资平台'],
  quarrel: ['停车位', '排队', '酒后言语不合', '欠款', '摊位占道', '麻将输赢', '行车让道', '孩子打闹', '感情问题', '工资结算'],
  hurt: ['头部出血', '脸部有抓伤', '鼻子流血', '手臂红肿', '自称头晕', '腿部擦伤', '未见明显外伤'],
  weapon: ['啤酒瓶', '木棍', '铁锹', '板凳', '拳脚', '拖把杆', '铁勺'],
  broken: ['车窗玻璃', '店门玻璃', '监控摄像头', '院门', '汽车漆面', '大棚薄膜', '电表箱', '广告牌'],
  vehicle: ['一辆白色轿车', '一辆黑色越野车', '一辆面包车', '一辆货车', '一辆出租车', '一辆公交车', '一辆三轮车', '一辆银灰色轿车'],
  kin: ['丈夫', '妻子', '儿子', '公公', '前夫', '同居男友', '弟弟', '女婿'],
  neighbour: ['楼上住户', '隔壁邻居', '对门住户', '同村村民', '前院人家'],
  border: ['宅基地界线', '出水口', '院墙', '田埂', '公用过道', '树木遮阴', '化粪池', '楼道堆物'],
  shopThing: ['手机维修', '装修质量', '退货', '美容卡退费', '饭菜里有异物', '驾校退费', '押金', '少找零钱'],
  wage: ['三个月工资', '两万余元工钱', '一个月加班费', '拉货运费', '装修尾款'],
  noise: ['唱歌', '跳广场舞放音响', '装修电钻', '酒吧音乐', '夜间施工', '打麻将', '狗叫', '店铺大喇叭叫卖'],
  dog: ['一只黄色土狗', '一只黑色大狗', '邻居家的狗', '一只未拴绳的狼狗', '三只流浪狗'],
  child: ['四岁男孩', '六岁女孩', '九岁男孩', '七岁男孩', '三岁女孩', '十一岁女孩'],
  elder: ['七十八岁的母亲', '八十二岁的父亲', '患阿尔茨海默症的老人', '独居老人', '七十多岁的爷爷'],
  lost: ['钱包', '手机', '一串钥匙', '装有证件的手提包', '书包', '行李箱', '社保卡'],
  medical: ['突然晕倒', '心口疼', '摔倒起不来', '喝醉倒在路边', '抽搐', '煤气中毒症状'],
  fire: ['玉米秸秆', '路边杂草', '厨房油锅', '楼道电动车', '垃圾堆', '配电箱'],
  game: ['打麻将', '推牌九', '炸金花', '扑克牌', '斗鸡', '网上投注'],
  number: ['四五', '六七', '十来', '二十多', '三'],
  insult: ['辱骂', '威胁要报复', '扬言要打人', '堵门叫骂', '泼油漆', '发恐吓短信'],
  office: ['城管', '市场监管', '劳动监察', '供电公司', '自来水公司', '住建', '燃气公司', '街道办'],
  ask: ['身份证补办', '居住证办理', '车辆年检', '户口迁移', '案件进展', '驾驶证换证', '出具证明'],
}

const slot = /\{(\w+)\}/g

/** Fills `{slots}`; the same slot of one tale means the same thing each time. */
export function tell(random: Random): (text: string) => string {
  const chosen = new Map<string, string>()
  const fill = (name: string): string => {
    const known = chosen.get(name)
    if (known !== undefined) return known
    const list = lists[name]
    if (!list) throw new TypeError(`no vocabulary for {${name}}`)
    const word = random.pick(list)
    chosen.set(name, word)
    return word
  }
  return (text) => text.replaceAll(slot, (_, name: string) => fill(name))
}

const addedByAnybody = [
  ['', 40],
  ['报警人在现场等候。', 14],
  ['报警人情绪激动，已安抚。', 4],
  ['附近有监控。', 7],
  ['报警人称手机快没电了。', 2],
  ['背景声音嘈杂。', 3],
  ['请民警先电话联系。', 8],
  ['报警人听力不好，由家属代述。', 1],
] as const
const addedInQuarrels = [
  ['对方已离开。', 9],
  ['对方还在现场。', 9],
  ['现场有人围观。', 6],
  ['报警人称此前报过一次警。', 4],
] as const

/** What callers add, whatever it is about; with an opponent there is more to tell. */
export const addition = (random: Random, hasOpponent: boolean): string =>
  random.weighted<string>(hasOpponent ? [...addedByAnybody, ...addedInQuarrels] : addedByAnybody)
