import { wordsOf } from '../knowledge/search'
import type { Knowledge } from '../knowledge/system'
import type { Attribute, EntityKind, RelationType } from '../knowledge/types'
import { relationWords } from '../knowledge/words'
import { tokensOf } from './canonical'

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
}

/** A word for somebody who stands in a relation to the main subject: 车主, 监护人, 配偶. */
export interface Who {
  readonly word: string
  readonly relation: RelationType
  /** `forward`: the person is the relation's target. */
  readonly direction: 'forward' | 'backward'
  readonly from: EntityKind
}

export interface Vocabulary {
  readonly knowledge: Knowledge
  readonly terms: readonly Term[]
  readonly byText: ReadonlyMap<string, readonly Term[]>
  readonly byTokens: ReadonlyMap<string, readonly Term[]>
  /** The terms a gram stands in. */
  readonly byGram: ReadonlyMap<string, readonly Term[]>
  /** All tokens of the terms of a meaning. */
  readonly tokensOf: ReadonlyMap<Meaning, ReadonlySet<string>>
  readonly who: readonly Who[]
  rarity(gram: string): number
}

const bundled: Wording = {
  attribute: wordsOf,
  relation: (() => {
    const byCode = new Map(
      relationWords.split('\n').map((line) => {
        const [code = '', , , ...words] = line.split('\t')
        return [code, words]
      }),
    )
    return (code: string) => byCode.get(code) ?? []
  })(),
}

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
  const byGram = indexBy(terms, (term) => new Set(gramsOf(term.tokens)))
  const meanings = new Set(terms.map(({ meaning }) => meaning.code)).size
  const rarities = new Map<string, number>()
  const rarityOf = (gram: string): number => {
    const holders = new Set(byGram.get(gram)?.map(({ meaning }) => meaning.code)).size
    // What no name has says the most against a likeness.
    const rare = Math.log((meanings + 1) / (holders + 0.5))
    return gram.startsWith('#') ? rare * 0.6 : rare
  }
  return {
    knowledge,
    terms,
    byText: indexBy(terms, (term) => [term.text]),
    byTokens: indexBy(terms, (term) => [term.tokens.join(' ')]),
    byGram,
    tokensOf: tokensByMeaning(terms),
    who: whoWords(knowledge, wording),
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

/** Only relations a column can name: to a place, an organisation or a thing. Those to people are words for who. */
function relationTerms(relation: RelationType, wording: Wording): readonly Term[] {
  if (relation.to === 'person' || relation.to === 'event' || relation.from === relation.to) {
    if (relation.code !== 'within' && relation.code !== 'belongs-to') return []
  }
  const meaning: Meaning = { code: relation.code, name: relation.name, bearer: relation.from, relation, subtypes: [] }
  const words = wording
    .relation(relation.code)
    // 车主, 法人: the source of the relation, whom `whoWords` knows.
    .filter((word) => !(relation.from === 'person' && isPerson(word)))
  return termsFor(meaning, relation.name, words, relation.to === 'place' ? 1 : 0.96)
}

const isPerson = (word: string): boolean => /[人员主长客户东官工者]$/.test(word)

function termsFor(meaning: Meaning, name: string, words: readonly string[], weight: number): readonly Term[] {
  return [name, ...words].map((word, at) => {
    const text = word.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
    return { meaning, text, tokens: tokensOf(text), weight: at === 0 ? weight : weight * 0.985 }
  })
}

/** @returns the tokens and the pairs of neighbours, by which texts are compared */
export function gramsOf(tokens: readonly string[]): readonly string[] {
  return [...tokens, ...tokens.slice(1).map((token, at) => `${tokens[at]}${token}`)]
}

function tokensByMeaning(terms: readonly Term[]): ReadonlyMap<Meaning, ReadonlySet<string>> {
  const found = new Map<Meaning, Set<string>>()
  for (const { meaning, tokens } of terms) {
    const all = found.get(meaning) ?? new Set<string>()
    found.set(meaning, all)
    for (const token of tokens) all.add(token)
  }
  return found
}

/** What else people of these roles are called. */
const otherWho: Readonly<Record<string, readonly string[]>> = {
  房主: ['房东', '出租人', '房屋所有人'],
  承租人: ['租户', '承租方', '租住人', '租赁人'],
  驾驶人: ['司机', '驾驶员'],
  主人: ['饲养人', '饲主', '养犬人', '物主'],
  子女: ['儿子', '女儿', '孩子', '儿女'],
  丈夫: ['老公'],
  妻子: ['老婆'],
  紧急联系人: ['应急联系人', '第一联系人'],
  监护人: ['监护方', '主要监护人'],
  法人: ['法人代表', '经营者', '店主', '老板'],
}

function whoWords(knowledge: Knowledge, wording: Wording): readonly Who[] {
  return knowledge.relationTypes.flatMap((relation) => {
    const words = wording.relation(relation.code)
    const ways: Who[] = []
    const add = (direction: Who['direction'], from: EntityKind, all: readonly string[]) => {
      const said = new Set([...all, ...all.flatMap((word) => otherWho[word] ?? [])])
      for (const word of said) if (word.length > 1) ways.push({ word, relation, direction, from })
    }
    const { from, to, name, inverseName } = relation
    if (from === 'person' && to === 'person') {
      // Read from → to, the name calls the source by what it is to the target: 父母 is a parent of the other.
      add('backward', 'person', [name, ...words])
      if (inverseName !== name) add('forward', 'person', [inverseName])
    } else if (to === 'person') add('forward', from, [name, ...words])
    else if (from === 'person') add('backward', to, [inverseName, ...words, name].filter(isPerson))
    return ways
  })
}

function indexBy<K>(terms: readonly Term[], keysOf: (term: Term) => Iterable<K>): ReadonlyMap<K, readonly Term[]> {
  const found = new Map<K, Term[]>()
  for (const term of terms) {
    for (const key of keysOf(term)) {
      const list = found.get(key)
      if (list) list.push(term)
      else found.set(key, [term])
    }
  }
  return found
}
