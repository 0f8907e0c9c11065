import { headingWords } from '../knowledge/headings'
import { wordsOf } from '../knowledge/search'
import type { Knowledge } from '../knowledge/system'
import type { Attribute, EntityKind, RelationType } from '../knowledge/types'
import { relationWords } from '../knowledge/words'
import { tokensOf, writtenPlainly } from './canonical'
import { strangeHeadings } from './strange'

/** Where other words for attributes and relations come from; tests may read them from the data files. */
export interface Wording {
  attribute(code: string): { readonly words: readonly string[]; readonly subtypes: readonly string[] }
  relation(code: string): readonly string[]
}

/** Something a column may mean. */
export interface Meaning {
  /** The code of the attribute or the relation. */
  readonly code: string
  readonly name: string
  /** Whom it is said of. For an attribute of a relation: the relation's source. */
  readonly bearer: EntityKind
  /** For an attribute of a relation: the kind of the relation's target. */
  readonly otherEnd?: EntityKind
  readonly attribute?: Attribute
  readonly relation?: RelationType
  readonly subtypes: readonly string[]
}

export interface Term {
  readonly meaning: Meaning
  readonly text: string
  readonly tokens: readonly string[]
  readonly weight: number
  /** So general that it means this only in sheets of the meaning's classes. */
  readonly general: boolean
}

/** A word for the one that stands in a relation to the main subject: 车主, 监护人, 维保单位. */
export interface Who {
  readonly word: string
  /** A person, or an organisation. */
  readonly kind: EntityKind
  readonly relation: RelationType
  /** `forward`: they are the relation's target. */
  readonly direction: 'forward' | 'backward'
  readonly from: EntityKind
}

/** A heading no attribute means. */
export interface Strange {
  readonly grams: readonly string[]
}

export interface Vocabulary {
  readonly knowledge: Knowledge
  readonly terms: readonly Term[]
  /** By the code of the attribute or the relation. */
  readonly meanings: ReadonlyMap<string, Meaning>
  readonly byText: ReadonlyMap<string, readonly Term[]>
  readonly byTokens: ReadonlyMap<string, readonly Term[]>
  /** The terms a gram stands in. */
  readonly byGram: ReadonlyMap<string, readonly Term[]>
  /** By gram, what share of the terms of each meaning has it. */
  readonly shares: ReadonlyMap<string, ReadonlyMap<Meaning, number>>
  readonly who: readonly Who[]
  /** The same by their first character. */
  readonly whoByStart: ReadonlyMap<string, readonly Who[]>
  /** Headings no attribute means. */
  readonly strange: ReadonlySet<string>
  /** Those of them that a gram stands in. */
  readonly strangeByGram: ReadonlyMap<string, readonly Strange[]>
  rarity(gram: string): number
}

const linesOf = (text: string): readonly (readonly string[])[] => text.split('\n').map((line) => line.split('\t'))

const bundled: Wording = (() => {
  const headings = new Map(linesOf(headingWords).map(([code = '', all = '']) => [code, all.split('|')]))
  const relations = new Map(linesOf(relationWords).map(([code = '', , , ...words]) => [code, words]))
  const withHeadings = (code: string, words: readonly string[]) => [...words, ...(headings.get(code) ?? [])]
  return {
    attribute(code) {
      const { words, subtypes } = wordsOf(code)
      return { words: withHeadings(code, words), subtypes }
    },
    relation: (code) => withHeadings(code, relations.get(code) ?? []),
  }
})()

const known = new WeakMap<Knowledge, Vocabulary>()

/** @returns the words of a knowledge system, made ready for comparing; computed once per version */
export function vocabularyOf(knowledge: Knowledge, wording: Wording = bundled): Vocabulary {
  const found = wording === bundled ? known.get(knowledge) : undefined
  if (found) return found
  const vocabulary = buildVocabulary(knowledge, wording)
  if (wording === bundled) known.set(knowledge, vocabulary)
  return vocabulary
}

function buildVocabulary(knowledge: Knowledge, wording: Wording): Vocabulary {
  const terms = [
    ...knowledge.attributes
      .filter(({ deprecated }) => deprecated === undefined)
      .flatMap((attribute) => attributeTerms(knowledge, attribute, wording)),
    ...knowledge.relationTypes.flatMap((relation) => relationTerms(relation, wording)),
  ]
  const byText = indexBy(terms, (term) => [term.text])
  const who = whoWords(knowledge, wording)
  const strange = strangeHeadings.map(writtenPlainly).filter((text) => !byText.has(text))
  const byGram = indexBy(terms, (term) => new Set(gramsOf(term.tokens)))
  const meanings = new Map(terms.map(({ meaning }) => [meaning.code, meaning]))
  const rarities = new Map<string, number>()
  const rarityOf = (gram: string): number => {
    const holders = new Set(byGram.get(gram)?.map(({ meaning }) => meaning.code)).size
    // What no name has says the most against a likeness.
    const rare = Math.log((meanings.size + 1) / (holders + 0.5))
    return gram.startsWith('#') ? rare * 0.6 : rare
  }
  return {
    knowledge,
    terms,
    meanings,
    byText,
    byTokens: indexBy(terms, (term) => [term.tokens.join(' ')]),
    byGram,
    shares: sharesOf(terms, byGram),
    who,
    whoByStart: indexBy(who, ({ word }) => [word.charAt(0)]),
    strange: new Set(strange),
    strangeByGram: indexBy(
      strange.map((text): Strange => ({ grams: [...new Set(gramsOf(tokensOf(text)))] })),
      ({ grams }) => grams,
    ),
    rarity(gram) {
      const found = rarities.get(gram) ?? rarityOf(gram)
      if (byGram.has(gram)) rarities.set(gram, found)
      return found
    },
  }
}

function attributeTerms(knowledge: Knowledge, attribute: Attribute, wording: Wording): readonly Term[] {
  const { words, subtypes } = wording.attribute(attribute.code)
  const relation = typeof attribute.of === 'string' ? undefined : knowledge.relationType(attribute.of.relation)
  const bearer = typeof attribute.of === 'string' ? attribute.of : relation?.from
  if (bearer === undefined) return []
  const meaning: Meaning = {
    code: attribute.code,
    name: attribute.name,
    bearer,
    attribute,
    subtypes,
    ...(relation ? { otherEnd: relation.to } : {}),
  }
  return termsFor(meaning, attribute.name, words, relation === undefined ? 1 : 0.9)
}

/** The classes inside the kind a relation is mostly said of: 主办单位 of an activity holds it, of anything else handles it. */
const classes: Readonly<Record<string, readonly string[]>> = {
  'hosted-by': ['activity', 'meeting'],
  'meets-at': ['activity', 'evacuation', 'visit'],
}

/** Only relations a column can name: to a place, an organisation or a thing. Those to people are words for who. */
function relationTerms(relation: RelationType, wording: Wording): readonly Term[] {
  if (relation.to === 'person' || relation.to === 'event') return []
  const meaning: Meaning = {
    code: relation.code,
    name: relation.name,
    bearer: relation.from,
    relation,
    subtypes: classes[relation.code] ?? [],
  }
  const words = wording
    .relation(relation.code)
    // 车主, 法人: the source of the relation, whom `whoWords` knows.
    .filter((word) => !(relation.from === 'person' && isPerson(word)))
  const weight = relation.from === relation.to && relation.code !== 'within' ? 0.93 : relation.to === 'place' ? 1 : 0.96
  return termsFor(meaning, relation.name, words, weight)
}

const isPerson = (word: string): boolean =>
  /[人员主长客户东官工者亲妈爸母父爷奶公婆妻夫孙姐妹兄弟娘手]$|(配偶|爱人|老伴|司机|法人|代表|干部|保姆|邻居|同事|家属|室友|子女|双亲|机主|闺女|友)$/.test(
    word,
  )

const isOrganisation = (word: string): boolean => /..(单位|公司|企业|机构|部门|医院|学校|中心|支队|商家)$/.test(word)

/** 车主姓名 is a heading for whom 车主 names; what is no word for a person is a heading only. */
const whoIn = (heading: string): string => writtenPlainly(heading).replace(/(姓名|名字|信息)$/, '')

/** `?状态` in the table of headings: too general to be taken by itself. */
const isLoose = (heading: string): boolean => heading.startsWith('?')

function termsFor(meaning: Meaning, name: string, words: readonly string[], weight: number): readonly Term[] {
  const loose = new Set(words.filter(isLoose).map((word) => writtenPlainly(word.slice(1))))
  const texts = new Set([name, ...words.filter((word) => !isLoose(word)), ...loose].map(writtenPlainly))
  texts.delete('')
  return [...texts].map((text, at) => ({
    meaning,
    text,
    tokens: tokensOf(text),
    weight: at === 0 ? weight : weight * 0.985,
    general: loose.has(text),
  }))
}

/** @returns the tokens and the pairs of neighbours, by which texts are compared */
export function gramsOf(tokens: readonly string[]): readonly string[] {
  return [...tokens, ...tokens.slice(1).map((token, at) => `${tokens[at]}${token}`)]
}

function sharesOf(
  terms: readonly Term[],
  byGram: ReadonlyMap<string, readonly Term[]>,
): ReadonlyMap<string, ReadonlyMap<Meaning, number>> {
  const counts = new Map<Meaning, number>()
  for (const { meaning } of terms) counts.set(meaning, (counts.get(meaning) ?? 0) + 1)
  return new Map(
    [...byGram].map(([gram, holders]) => {
      const shares = new Map<Meaning, number>()
      for (const { meaning } of holders)
        shares.set(meaning, (shares.get(meaning) ?? 0) + 1 / (counts.get(meaning) ?? 1))
      return [gram, shares]
    }),
  )
}

/** What else people of these roles are called. */
const otherWho: Readonly<Record<string, readonly string[]>> = {
  房主: ['房东', '出租人', '房屋所有人'],
  承租人: ['租户', '承租方', '租住人', '租赁人'],
  驾驶人: ['司机', '驾驶员'],
  主人: ['饲养人', '饲主', '养犬人', '物主'],
  子女: ['儿子', '女儿', '孩子', '儿女'],
  丈夫: ['老公', '男方'],
  妻子: ['老婆', '女方'],
  紧急联系人: ['应急联系人', '第一联系人'],
  监护人: ['监护方', '主要监护人'],
  法人: ['法人代表', '经营者', '店主', '老板'],
  当事人: ['甲方', '乙方', '甲方当事人', '乙方当事人', '申请方', '被申请方', '被申请人', '对方当事人', '双方当事人'],
}

function whoWords(knowledge: Knowledge, wording: Wording): readonly Who[] {
  return knowledge.relationTypes.flatMap((relation) => {
    const words = wording.relation(relation.code).filter((word) => !isLoose(word))
    const ways: Who[] = []
    const add = (direction: Who['direction'], from: EntityKind, all: readonly string[]) => {
      const words = all.map(whoIn).filter((word) => word.length > 1 && isPerson(word))
      for (const word of new Set([...words, ...words.flatMap((word) => otherWho[word] ?? [])]))
        ways.push({ word, kind: 'person', relation, direction, from })
    }
    const addOrganisations = (direction: Who['direction'], from: EntityKind, all: readonly string[]) => {
      for (const word of new Set(all.map(writtenPlainly)))
        if (isOrganisation(word)) ways.push({ word, kind: 'organisation', relation, direction, from })
    }
    const { from, to, name, inverseName } = relation
    if (to === 'organisation' && from !== 'organisation') addOrganisations('forward', from, [name, ...words])
    if (from === 'organisation' && to === 'place') addOrganisations('backward', to, [inverseName, ...words])
    if (from === 'person' && to === 'person') {
      // Read from → to, the name calls the source by what it is to the target: 父母 is a parent of the other.
      add('backward', 'person', [name, ...words])
      if (inverseName !== name) add('forward', 'person', [inverseName])
    } else if (to === 'person') add('forward', from, [name, ...words])
    else if (from === 'person') add('backward', to, [inverseName, ...words, name].filter(isPerson))
    return ways
  })
}

function indexBy<K, One>(all: readonly One[], keysOf: (one: One) => Iterable<K>): ReadonlyMap<K, readonly One[]> {
  const found = new Map<K, One[]>()
  for (const one of all) {
    for (const key of keysOf(one)) {
      const list = found.get(key)
      if (list) list.push(one)
      else found.set(key, [one])
    }
  }
  return found
}
