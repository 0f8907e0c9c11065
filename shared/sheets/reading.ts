import type { EntityKind } from '../knowledge/types'
import { addressMeaning, isWiderPlace } from './address'
import { type Found, type Reach, weaker } from './found'
import { likenesses } from './likeness'
import { happening, isGeneral, nounsBefore, otherWordings } from './nouns'
import type { Sheet } from './sheet-subject'
import { isBareHead, isOneself, whoBefore } from './surroundings'
import type { Meaning, Vocabulary, Who } from './vocabulary'

/** 违法时间, 停电地点: when and where what the rows are about happened or is to happen. */
function ofWhatHappened(vocabulary: Vocabulary, text: string): readonly Found[] {
  const { noun, code } = happening(text) ?? {}
  const meaning = code === undefined ? undefined : vocabulary.meanings.get(code)
  return meaning ? [{ meaning, score: 0.83, how: 'alike', why: `是“${noun}”的${meaning.name}` }] : []
}

/** Pictures of what the rows are about, whatever they show of it. */
const picture =
  /^(现状|全景|近景|远景|正面|侧面|整体|局部|外观|实物|现场|实景|当前|周边|内部|室内|室外|入口|铭牌|存档|留存|影像)?(照片|图片|相片|影像资料|影像)$/

function photoMeaning(vocabulary: Vocabulary, kind: EntityKind, text: string): Meaning | undefined {
  if (!picture.test(text)) return undefined
  const code = kind === 'event' ? 'event.photos' : kind === 'organisation' ? 'organisation.frontPhoto' : `${kind}.photo`
  return vocabulary.meanings.get(code)
}

/** A firm and a person are where their place is. */
const positionOf: Readonly<Record<EntityKind, string>> = {
  person: 'place.position',
  organisation: 'place.position',
  place: 'place.position',
  thing: 'thing.position',
  event: 'event.position',
}
const coordinates = /^(所在|地理|地图|gps|中心点?)?(经度|纬度|经纬度|坐标|经纬度坐标|定位坐标|坐标点)(值|信息)?$/

function positionMeaning(vocabulary: Vocabulary, kind: EntityKind, text: string): Meaning | undefined {
  return coordinates.test(text) ? vocabulary.meanings.get(positionOf[kind]) : undefined
}

const withoutName = (text: string): string => (text.length > 3 ? text.replace(/(姓名|名字|名称|全称)$/, '') : text)

const isNamed = ({ attribute, relation, code }: Meaning): boolean =>
  attribute === undefined
    ? relation?.to === 'organisation' || relation?.to === 'thing'
    : attribute.value.type === 'name' && code !== 'person.name'

/** What one reading may mean: as it stands, of somebody it begins with, or of the noun it begins with. */
export function readOne(vocabulary: Vocabulary, sheet: Sheet, text: string): readonly Found[] {
  const wider = vocabulary.meanings.get('within')
  if (wider && sheet.kind === 'place' && isWiderPlace(text, sheet.subtypes))
    return [{ meaning: wider, score: 0.97, how: 'alike', why: '是所在的更大的地方' }]
  const found: Found[] = likenesses(vocabulary, text).map(({ meaning, score, how, term, general }) => ({
    general,
    meaning,
    score,
    how,
    why: how !== 'near' ? `和“${term}”是一个意思` : `和“${term}”相近`,
  }))
  const position = positionMeaning(vocabulary, sheet.kind, text)
  if (position) return [{ meaning: position, score: 1, how: 'same', why: '是坐标', named: true }]
  const photo = photoMeaning(vocabulary, sheet.kind, text)
  if (photo) found.push({ meaning: photo, score: 0.98, how: 'alike', why: '是照片' })
  const place = addressMeaning(vocabulary, sheet.kind, text)
  if (place) found.push({ meaning: place.meaning, score: place.score, how: 'alike', why: '是一处地址' })
  found.push(...ofWhatHappened(vocabulary, text))
  // 监护人电话 has an attribute of its own: nobody else's telephone is meant.
  const nouns = nounsBefore(text)
  // 经营者姓名 is what 经营者 means alone, where that is a name, and 承办单位名称 is 承办单位.
  const alone = withoutName(text)
  if (alone !== text) {
    for (const one of likenesses(vocabulary, alone)) {
      if (one.how === 'near' || !isNamed(one.meaning)) continue
      found.push({ ...one, score: one.score * 0.94, how: 'alike', why: `和“${one.term}”是一个意思` })
    }
  }
  if (sheet.byHousehold && /^户主(?!姓名|名)../.test(text)) {
    for (const one of likenesses(vocabulary, text.slice('户主'.length))) {
      if (one.meaning.bearer === 'person')
        found.push({
          ...one,
          score: one.score * 0.95,
          how: weaker(one.how),
          named: true,
          why: `是户主的“${one.meaning.name}”`,
        })
    }
  }
  const own = found.some(
    ({ how, meaning }) => how !== 'near' && meaning.attribute !== undefined && meaning.bearer === sheet.kind,
  )
  for (const who of whoBefore(vocabulary, sheet, text)) {
    for (const one of ofSomebody(vocabulary, sheet, who, text))
      found.push({ ...one, score: own ? one.score * 0.88 : one.score })
  }
  for (const noun of nouns) {
    const { word, kind } = noun
    // 垃圾桶颜色 in a list of people speaks of some other thing than theirs.
    const near = kind === sheet.kind || sheet.kinds[kind] * 2 >= sheet.kinds[sheet.kind] ? 1 : 0.75
    // 会议结果 in a list of all sorts of events is not the outcome of just any of them.
    const plain = isGeneral(noun, sheet.title) || word === sheet.noun
    // 新生儿性别 in a list by 孕妇姓名 is that of others than the list is about.
    const others = kind === 'person' && sheet.kind === 'person' && sheet.noun !== undefined && word !== sheet.noun
    const known = plain ? near : near * (others ? 0.5 : 0.82)
    const rest = text.slice(word.length)
    for (const wording of rest === '事项' ||
    isBareHead(rest, ['#kind', '#level', '#way', '#count', '#state', '#reason'])
      ? []
      : otherWordings(noun, rest)) {
      for (const one of likenesses(vocabulary, wording)) {
        if (one.how === 'near' || one.meaning.bearer !== kind) continue
        found.push({
          ...one,
          score: one.score * 0.95 * known,
          how: plain ? 'alike' : 'near',
          why: `和“${one.term}”是一个意思`,
        })
      }
    }
    // 检查时间 is not any time somebody asks for.
    if (isBareHead(rest, ['#date', '#until', '#kind', '#level', '#way', '#state', '#reason'])) continue
    // 现住房地址 in a list of people is where they live.
    const address = addressMeaning(vocabulary, kind === 'place' ? sheet.kind : kind, rest)
    if (address)
      found.push({
        meaning: address.meaning,
        score: address.score * 0.97 * known,
        how: 'alike',
        why: `是${word}的地址`,
      })
    for (const one of likenesses(vocabulary, rest)) {
      if (one.meaning.bearer !== kind) continue
      found.push({
        meaning: one.meaning,
        score: one.score * 0.96 * known,
        how: one.how === 'near' || !plain ? 'near' : 'alike',
        why: `是${word}的“${one.term}”`,
      })
    }
  }
  return found
}

function ofSomebody(vocabulary: Vocabulary, sheet: Sheet, who: Who, text: string): readonly Found[] {
  const rest = text.slice(who.word.length).replace(/^的/, '')
  const from = who.from
  const near = from === sheet.kind ? 1 : sheet.kind === 'event' || sheet.kinds[from] > 1 ? 0.95 : 0.86
  // 监护人与儿童关系 is said of the two of them.
  if (/^[与和跟同]|^关系$|关系$/.test(rest)) return betweenThem(vocabulary, who, near)
  if (who.kind === 'organisation' && /^(名称|全称|名|名字)?$/.test(rest)) return []
  const reach: Reach = { relation: who.relation.code, direction: who.direction, from, word: who.word }
  // 父亲, 车主 alone: the name.
  const core = rest === '' ? '姓名' : rest
  const alone = rest === '' ? (from === sheet.kind ? 0.9 : 0.8) : 0.96
  const said = likenesses(vocabulary, core).filter(({ meaning }) => meaning.bearer === who.kind)
  const address = addressMeaning(vocabulary, who.kind, core)
  return [
    ...said.map((one) => ({
      meaning: one.meaning,
      score: one.score * near * alone,
      how: weaker(one.how),
      why: `是“${who.word}”的“${one.meaning.name}”`,
    })),
    ...(address
      ? [
          {
            meaning: address.meaning,
            score: address.score * near * 0.95,
            how: weaker('same'),
            why: `是“${who.word}”的地址`,
          },
        ]
      : []),
  ].map((one) => (isOneself(who) ? { ...one, named: true } : { ...one, reach }))
}

/** What a relation says of how the two are related, if it has such an attribute. */
function betweenThem(vocabulary: Vocabulary, who: Who, near: number): readonly Found[] {
  const { code } = who.relation
  const meaning = vocabulary.meanings.get(`${code}.relation`)
  if (!meaning) return []
  return [{ meaning, named: true, score: 0.9 * near, how: 'alike', why: `是和“${who.word}”的关系` }]
}
