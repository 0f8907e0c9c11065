import { subtypes as allSubtypes } from '../knowledge/search'
import type { EntityKind } from '../knowledge/types'

/** Words for the one a sheet is about: 老人姓名, 设备名称, 企业地址 say the same as 姓名, 名称, 地址 of that kind. */
const nouns: Readonly<Record<EntityKind, string>> = {
  person:
    '居民|村民|群众|人员|对象|患者|病人|老人|老年人|长者|学生|儿童|幼儿|孩子|宝宝|新生儿|党员|职工|员工|用户|会员|志愿者|成员|家庭成员|住户|租户|业主|被访人|受访人|被走访人|来访人|填报人|受检者|报名人|登记人|申领人|服务对象|救助对象|被访者|受访者|当事人|孕妇|产妇|残疾人|退役军人|求职者|干部|队员|参保人|受种者|参训人',
  organisation:
    '单位|企业|公司|机构|商户|店铺|门店|商铺|场所|经营户|组织|社会组织|社团|餐饮单位|学校|幼儿园|物业公司|物业企业|协会|医院|诊所|药店|养老机构|业委会|党组织|法人单位|主体|商超|小商超',
  place:
    '房屋|住房|小区|楼栋|楼宇|楼房|建筑|建筑物|社区|村|场地|地块|道路|网格|单元|出租房|出租屋|院落|停车场|避难场所|公园|工地|项目|积水点|点位|房间|市场',
  thing:
    '车辆|机动车|汽车|设备|设施|物资|物品|资产|犬只|宠物|部件|电梯|锅炉|井盖|路灯|摄像机|监控|灭火器|电动车|电动自行车|充电桩|无人机|树木|古树|广告牌|垃圾桶|消火栓|器材|管线|变压器|水泵|备件|配件',
  event:
    '事件|活动|会议|工单|诉求|案件|纠纷|检查|巡查|巡检|隐患|问题|事项|通知|走访|事故|灾情|服务|预约|报修|维修|调解|信访|突发事件|任务|上报|申请|接种|体检|培训|救助|证明',
}

/** Those that say no more than the kind does; any other says which of the kind, which matters unless the whole sheet is about them. */
const general = new Set(
  '居民|村民|群众|人员|对象|用户|成员|住户|被访人|受访人|登记人|服务对象|当事人|单位|企业|公司|机构|商户|店铺|门店|商铺|场所|经营户|主体|法人单位|房屋|住房|建筑|建筑物|小区|场地|地块|点位|项目|设备|设施|物资|物品|资产|部件|器材|事件|活动|工单|诉求|案件|问题|事项|任务|上报'.split(
    '|',
  ),
)

/** @returns whether a noun adds nothing to what a sheet of this title is about */
export const isGeneral = (noun: Noun, title: string): boolean => general.has(noun.word) || title.includes(noun.word)

/** What has happened when it is put down, and what is announced before. */
const happened =
  '违法|违规|违章|违建|违停|占道|案发|事故|灾害|灾情|火灾|火情|起火|险情|受灾|警情|报警|家暴|走失|溺水|纠纷|矛盾|伤害|盗窃|诈骗|污染|投诉事项|损坏|故障|泄漏|积水|倒伏|坍塌'
const announced =
  '停水|停电|停气|停暖|施工|演练|宣传|座谈|座谈会|议事会|协商会|讲座|培训|比赛|演出|义诊|义务劳动|志愿服务|开放日|招聘会|征集|公示会|听证会|会议|活动'
const when = /^(的)?(发生)?(日期|时间|时刻|年月日)$/
const where = /^(的)?(发生|所在|具体|详细)?(地点|地址|位置|地|场所|区域|点位)$/

/** @returns of what event of which attribute or relation a heading speaks: 违法时间, 停电地点 */
export function happening(text: string): { readonly noun: string; readonly code: string } | undefined {
  const past = happened.split('|').find((word) => text.startsWith(word))
  const noun = past ?? announced.split('|').find((word) => text.startsWith(word))
  if (noun === undefined) return undefined
  const rest = text.slice(noun.length)
  if (where.test(rest)) return { noun, code: 'at' }
  return when.test(rest) ? { noun, code: past === undefined ? 'event.startsAt' : 'event.occurredAt' } : undefined
}

/** Words of titles that say what the rows are, beside the nouns. */
const titles: Readonly<Record<EntityKind, string>> = {
  person:
    '花名册|名册|名单|人口|人员信息|通讯录|参保|就业|入学|党员|志愿者|特困|低保|户籍|流动人口|老年|残疾|退役|学籍|务工|孕产',
  organisation: '企业|商户|门店|九小|七小|单位|机构|餐饮|场所|社会组织|两新',
  place: '房屋|楼栋|小区|出租房|出租屋|地址|场地|老旧|避难|道路|工地|危房|住房台账|积水|停车场',
  thing: '车辆|设备|设施|物资|资产|井盖|路灯|养犬|犬只|电梯|库存|仓库|装备|监控|器材|电动车|消火栓|行道树',
  event:
    '事件|工单|上报|诉求|记录|抄表|安检|检查记录|巡查|隐患|整改|走访|活动|会议|纠纷|调解|报修|接访|信访|案件|日志|记录表|处置|督办|发放|报名|预约',
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

const allNouns = [...ownNouns, ...allSubtypes.map(({ name, kind }): Noun => ({ word: name, kind }))].sort(byLength)
const nounsByStart = new Map<string, Noun[]>()
for (const noun of allNouns) {
  const start = noun.word.charAt(0)
  nounsByStart.set(start, [...(nounsByStart.get(start) ?? []), noun])
}

/** @returns the nouns a text begins with that leave something to be said, longest first, at most two */
export function nounsBefore(text: string): readonly Noun[] {
  return (nounsByStart.get(text.charAt(0)) ?? [])
    .filter(({ word }) => text.length > word.length && text.startsWith(word))
    .slice(0, 2)
}

/** What else titles call the classes inside the kinds, by code. */
const subtypeSigns: Readonly<Record<string, string>> = {
  elder: '老人|高龄|养老|空巢',
  child: '幼儿|婴|留守|困境|新生儿|孤儿|未成年',
  student: '入学|学籍|新生|在校|控辍',
  tenant: '流口|暂住|外来|租户|租客',
  'party-member': '党组织成员|党费',
  veteran: '退伍|优抚|转业|复员',
  'disabled-person': '残疾|残联',
  'pregnant-woman': '孕妇|产妇|孕产|育龄|孕期',
  'job-seeker': '失业|求职|就业困难|就业登记|劳动力',
  'assistance-recipient': '低保|特困|困难群众|困难家庭|临时救助',
  'community-corrections': '矫正|社矫|刑满|安置帮教',
  'drug-rehab-person': '戒毒|吸毒|禁毒',
  'mental-patient': '精神|精障',
  volunteer: '志愿',
  official: '干部|社工|网格员花名|网格员名册|职工|员工|队员',
  request: '诉求|申请',
  booking: '预约|报名',
  'work-order': '12345|工单|热线',
  petition: '信访|接访',
  inspection: '检查|督查|巡检|排查',
  hazard: '隐患|整改|排查',
  patrol: '巡查|巡逻',
  incident: '突发|灾情|事故|火灾|受灾|险情',
  evacuation: '转移|避险',
  dispute: '纠纷|调解|矛盾|调处',
  visit: '走访|探访|慰问|入户|民情',
  activity: '活动',
  meeting: '会议|议事|三会一课',
  notice: '通知|停水|停电|公告',
  relief: '救助|补贴|慰问金|补助|津贴',
  vaccination: '接种|疫苗',
  checkup: '体检|筛查|随访',
  delivery: '送餐|助餐|配送|订餐',
  repair: '报修|维修',
  certificate: '证明',
  enforcement: '执法|处罚|违停',
  'social-organisation': '社团|民非|社会团体|协会',
  'property-company': '物业企业|物业服务',
  'owners-committee': '业主委员会|业委会',
  'medical-institution': '医院|诊所|卫生室|卫生机构',
  'elderly-care': '养老院|敬老院|养老服务|福利院',
  catering: '食品|饭店|餐馆|小餐饮',
  enterprise: '公司|工业|厂',
  'self-employed-business': '商户|商铺|门店|个体',
  'small-shop': '沿街|小商铺',
  compound: '物业管理区域|老旧小区|院落',
  building: '楼宇|房屋|自建房|危房|单元楼',
  door: '住房|房屋|自建房|户',
  'rental-house': '出租屋|租赁房|群租',
  road: '街巷|市政道路|路段',
  community: '村情|社区情况|村居',
  'waterlogging-point': '易涝|内涝|积水',
  'river-section': '河道|河长|水域',
  'construction-site': '施工|工程|建设项目',
  'public-toilet': '厕所',
  shelter: '避难|安置点',
  market: '农贸|菜场',
  vehicle: '车辆|汽车',
  'e-bike': '电动车|电瓶车|非机动车',
  pet: '犬|宠物|狗',
  'manhole-cover': '窨井|检查井',
  'lamp-post': '灯杆|照明',
  camera: '监控|摄像头|视频',
  'fire-hydrant': '消防栓',
  'street-tree': '树木|古树|苗木|绿化',
  'sign-board': '广告|招牌|店招',
  'charging-pile': '充电桩|充电柜',
  'call-button': '一键呼|呼叫',
  'smoke-alarm': '烟感|报警器',
  'emergency-supplies': '物资|装备',
  'waste-bin': '垃圾',
}
const signs = Object.entries(subtypeSigns).map(([code, words]) => ({ code, words: words.split('|') }))

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
  for (const { code, words } of signs) if (words.some((word) => title.includes(word))) subtypes.add(code)
  return { kinds, subtypes }
}
