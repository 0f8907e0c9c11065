import type { EntityRef, Patch, RelationPatch } from '../controls/form'
import type { EntityId, KnowledgeVersion, RelationCode } from '../knowledge/types'
import type { Span } from './clauses'
import type { MentionKind } from './kinds'

/** Words of a text that may name something, to be looked up. */
export interface NameSaid extends Span {
  readonly kind: Exclude<MentionKind, 'place'>
  readonly words: string
  /** A number that is one thing's alone; else a name, or what a name ends with. */
  readonly by: 'number' | 'name' | 'noun'
  /** Where it begins nobody says: so many characters at its end at least. 「物业服务中心」 alone names none. */
  readonly least: number
}

/** Behind a place's name: what stands there, not the place itself. It says something of the subject. */
const facility =
  /(民办|公办|普惠|私立|市立)?(幼儿园|托班|小学|中学|学校|大学|医院|卫生院|卫生站|诊所|养老院|驿站|公厕|停车场|市场|超市|饭店|饭馆|酒吧|公园|广场|工地|车站|地铁|物业|网吧|加油站|派出所|胡同|断头路|修路|路灯|路口|村口|门口|[东南西北外]边|河|桥)/

/** What of a place's mention is its name: what stands at it is left to say what the text is about. */
export function nameOnly({ start, end }: Span, text: string): Span {
  const found = facility.exec(text.slice(start, end))
  return found === null || found.index === 0 ? { start, end } : { start, end: start + found.index }
}

const plate =
  /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z][·.\s]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/gi
const number = /(?:编号|编码|代码|设备号|登记号|注册号|号码|杆号)[是为:：\s]{0,3}([A-Z0-9][A-Z0-9-]{5,24})/gi
/** Things cities keep ledgers of, by the noun their names end with. */
const nouns =
  /(电梯|井盖|路灯|消火栓|消防栓|变压器|充电桩|健身器材|公厕|配电箱|监控|垃圾桶|化粪池|灭火器|压力容器|锅炉|塔吊)/g
const organisation =
  /[㐀-鿿A-Z0-9]{2,18}?(有限公司|公司|物业服务中心|服务中心|物业|幼儿园|小学|中学|医院|卫生站|养老院|驿站|超市|便利店|饭店|餐厅|小吃店|理发店|美容院|健身房|药店|酒店|宾馆|合作社|加油站|店|馆|厂)(?!员|长|家)/g
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const person = new RegExp(
  `(?:^|[^㐀-鿿]|[是叫找有和跟给的])([${surnames}][㐀-鿿]{1,2})(?=(大爷|大妈|大娘|奶奶|爷爷|老人|先生|女士|阿姨|叔叔|师傅|同志|老师|医生|大夫|家|说|住|，|,|。|$))`,
  'g',
)
const mostNames = 12

/** Words that may name things, organisations and people, in the order of the text. What lies in a place's mention names no one else. */
export function namesIn(text: string): readonly NameSaid[] {
  const found: NameSaid[] = []
  const add = (kind: NameSaid['kind'], by: NameSaid['by'], words: string, start: number, least = words.length) => {
    const end = start + words.length
    if (!found.some((one) => start < one.end && one.start < end)) found.push({ kind, by, words, start, end, least })
  }
  for (const one of text.matchAll(plate)) add('thing', 'number', one[0], one.index)
  for (const one of text.matchAll(number)) {
    const words = one[1] ?? ''
    add('thing', 'number', words, one.index + one[0].length - words.length)
  }
  for (const one of text.matchAll(organisation))
    add('organisation', 'name', one[0], one.index, Math.min(one[0].length, (one[1] ?? '').length + 2))
  for (const one of text.matchAll(person)) {
    const words = one[1] ?? ''
    add('person', 'name', words, one.index + one[0].length - words.length)
  }
  for (const one of text.matchAll(nouns)) add('thing', 'noun', one[0], one.index)
  return found.sort((one, other) => one.start - other.start).slice(0, mostNames)
}

/** What of a text says nothing of its subject, and is never learnt: the names of places, people's names, and numbers. */
export const maskOf = (text: string, places: readonly Span[]): readonly Span[] => [
  ...places.map((one) => nameOnly(one, text)),
  ...namesIn(text).filter(({ kind, by }) => kind === 'person' || by === 'number'),
]

/** A mention the worker accepted. */
export interface AcceptedMention {
  readonly kind: MentionKind
  readonly entity: EntityId
}

/** How an appeal's event is related to what it mentions; of places the first is where it happens, the others are affected. */
const relationOf: Readonly<Record<Exclude<MentionKind, 'place'>, RelationCode>> = {
  person: 'about',
  organisation: 'about-organisation',
  thing: 'about-thing',
}

/**
 * Accepted mentions as relations from the event an appeal is, to be said by whoever accepted them. They are walked from either end: from the event to all it is about,
 * and from a lift, a person, a compound to all appeals about it.
 * @param event `submissionRef` of the appeal's form, or `{ fresh: '<request>/event/0' }` where the form does not speak of the submission
 */
export function mentionPatch(
  knowledge: KnowledgeVersion,
  event: EntityRef,
  accepted: readonly AcceptedMention[],
): Patch {
  const once = accepted.filter((one, at) => accepted.findIndex(({ entity }) => entity === one.entity) === at)
  const [where] = once.filter(({ kind }) => kind === 'place')
  const typeOf = (one: AcceptedMention): RelationCode =>
    one.kind === 'place' ? (one === where ? 'at' : 'affects-place') : relationOf[one.kind]
  return {
    knowledge,
    entities: [{ ref: event, kind: 'event', facts: [] }],
    relations: once.map((one): RelationPatch => ({ type: typeOf(one), from: event, to: { known: one.entity } })),
  }
}
