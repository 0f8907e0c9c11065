import { subtypes as allSubtypes } from '../knowledge/search'
import type { EntityKind } from '../knowledge/types'

/** Words for the one a sheet is about: 老人姓名, 设备名称, 企业地址 say the same as 姓名, 名称, 地址 of that kind. */
const nouns: Readonly<Record<EntityKind, string>> = {
  person:
    '居民|村民|群众|人员|对象|患者|病人|老人|老年人|长者|学生|儿童|幼儿|孩子|宝宝|新生儿|党员|职工|员工|用户|会员|志愿者|成员|家庭成员|住户|租户|业主|被访人|受访人|被走访人|来访人|填报人|受检者|报名人|登记人|申领人|服务对象|救助对象|被访者|受访者|当事人|孕妇|产妇|残疾人|退役军人|求职者|干部|队员|参保人|受种者|参训人',
  organisation:
    '单位|企业|公司|机构|商户|店铺|门店|商铺|场所|经营户|组织|社会组织|社团|餐饮单位|学校|幼儿园|物业公司|物业企业|协会|医院|诊所|药店|养老机构|业委会|党组织|法人单位|主体',
  place:
    '房屋|住房|小区|楼栋|楼宇|楼房|建筑|建筑物|社区|村|场地|地块|道路|网格|单元|出租房|出租屋|院落|停车场|避难场所|公园|工地|项目|积水点|点位|房间|市场',
  thing:
    '车辆|机动车|汽车|设备|设施|物资|物品|资产|犬只|宠物|部件|电梯|锅炉|井盖|路灯|摄像机|监控|灭火器|电动车|电动自行车|充电桩|无人机|树木|古树|广告牌|垃圾桶|消火栓|器材|管线|变压器|水泵',
  event:
    '事件|活动|会议|工单|诉求|案件|纠纷|检查|巡查|隐患|问题|事项|通知|走访|事故|灾情|服务|预约|报修|维修|调解|信访|突发事件|任务|上报|申请|接种|体检|培训|救助|证明',
}

/** Words of titles that say what the rows are, beside the nouns. */
const titles: Readonly<Record<EntityKind, string>> = {
  person:
    '花名册|名册|名单|人口|人员信息|通讯录|参保|就业|入学|党员|志愿者|特困|低保|户籍|流动人口|老年|残疾|退役|学籍|务工|孕产',
  organisation: '企业|商户|门店|九小|七小|单位|机构|餐饮|场所|社会组织|两新',
  place: '房屋|楼栋|小区|出租房|出租屋|地址|场地|老旧|避难|道路|工地|危房|住房台账|积水|停车场',
  thing: '车辆|设备|设施|物资|资产|井盖|路灯|养犬|犬只|电梯|库存|仓库|装备|监控|器材|电动车|消火栓|行道树',
  event:
    '事件|工单|上报|诉求|检查记录|巡查|隐患|整改|走访|活动|会议|纠纷|调解|报修|接访|信访|案件|日志|记录表|处置|督办|发放|报名|预约',
}

/** The noun names are usually made with, by kind: 场所名称 is 单位名称, 隐患编号 is 事件编号. */
const usualNouns: Readonly<Record<EntityKind, readonly string[]>> = {
  person: [],
  organisation: ['单位', '企业'],
  place: ['小区', '房屋'],
  thing: ['物品', '设备'],
  event: ['事件', '问题'],
}

/** @returns the same said with the usual nouns of the kind */
export const otherWordings = (noun: Noun, rest: string): readonly string[] =>
  usualNouns[noun.kind].filter((word) => word !== noun.word).map((word) => word + rest)

export interface Noun {
  readonly word: string
  readonly kind: EntityKind
}

const byLength = (one: Noun, other: Noun): number => other.word.length - one.word.length

function read(words: Readonly<Record<EntityKind, string>>): readonly Noun[] {
  return Object.entries(words)
    .flatMap(([kind, all]) => all.split('|').map((word) => ({ word, kind: kind as EntityKind }))) // keys are the kinds
    .sort(byLength)
}
const ownNouns = read(nouns)
const titleWords = read(titles)

/** @returns the nouns a text begins with that leave something to be said, longest first, at most two */
export function nounsBefore(text: string): readonly Noun[] {
  const subtypes = allSubtypes.map(({ name, kind }) => ({ word: name, kind }))
  return [...ownNouns, ...subtypes]
    .filter(({ word }) => text.startsWith(word) && text.length > word.length)
    .sort(byLength)
    .slice(0, 2)
}

/** @returns how much a title speaks for each kind, and the subtypes it names */
export function titleSays(title: string): {
  readonly kinds: Readonly<Record<EntityKind, number>>
  readonly subtypes: ReadonlySet<string>
} {
  const kinds: Record<EntityKind, number> = { person: 0, place: 0, event: 0, thing: 0, organisation: 0 }
  const subtypes = new Set<string>()
  // The last thing named is what the rows are: 企业消防检查记录 are inspections, 老年人活动报名 are events.
  const vote = ({ word, kind }: Noun, weight: number) => {
    const at = title.lastIndexOf(word)
    if (at >= 0) kinds[kind] = Math.max(kinds[kind], weight * (1 + (at + word.length) / title.length))
  }
  for (const noun of titleWords) vote(noun, 2)
  // Nearly anything that is done has a name of its own in a title; only the words of `titles` say that it is the rows.
  for (const noun of ownNouns) if (noun.kind !== 'event') vote(noun, 1)
  for (const { code, name, kind } of allSubtypes) {
    if (!title.includes(name)) continue
    subtypes.add(code)
    kinds[kind] = Math.max(kinds[kind], 2.5)
  }
  return { kinds, subtypes }
}
