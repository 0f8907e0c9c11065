import type { PlaceId } from '@zmht/shared/geo'
import { type EntityId, entityId, isBlank, type Knowledge, readValue } from '@zmht/shared/knowledge'
import { type LedgerKind, plainName, wholeNameOf } from '@zmht/shared/ledgers'
import { readAddress, tailOf } from '../hierarchy/index'
import { entityOfKey } from './entity.store'
import { currentId } from './resolve'
import { search } from './tokens'

/** Whom or what a line of a list may mean. Nothing was asked yet of who may see them. */
export interface Recognised {
  /** By a number of its own, or the very name: the one means just this. */
  readonly sure: readonly EntityId[]
  /** Called alike: for a person to choose from. */
  readonly perhaps: readonly EntityId[]
  /** Why neither, in words for whoever wrote it. */
  readonly why: string
}

export interface Recogniser {
  readonly kind: LedgerKind
  readonly knowledge: Knowledge
  /** Where it is looked for by name and by address. */
  readonly places: readonly PlaceId[]
  /** Whether a person may be looked for by name: by whoever sees names. */
  readonly byName: boolean
}

/** More than these are not put before a person. */
const mostPerhaps = 8

/** Reads a line as an entity of a kind: by the numbers that are one entity's alone, by name, by address. Reads only. */
export async function recognise(words: string, asked: Recogniser): Promise<Recognised> {
  const said = words.trim()
  if (said === '') return { sure: [], perhaps: [], why: '这一行是空的' }
  if (asked.kind === 'place') return placeBy(said, asked)
  const numbered = await byNumber(said, asked)
  // In the very words of a number nobody has: who lies elsewhere is not told of.
  if (isNumber(said)) return { sure: numbered, perhaps: [], why: notFound }
  const called =
    asked.kind === 'person' && !asked.byName
      ? { sure: [], perhaps: [], why: '请写身份证号：按姓名找人要有查看姓名的权限' }
      : await named(said, asked)
  return { ...called, sure: [...numbered, ...called.sure] }
}

const notFound = '范围内没有登记这个号码'

/** A number, not a name: nothing is called so. */
const isNumber = (said: string): boolean => /^[0-9A-Za-z-]{6,}$/.test(plainNumber(said))

const plainNumber = (said: string): string => said.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** Whose number it is, of those that are one entity's alone; nobody's for one that is not registered, or for what is none. */
async function byNumber(said: string, { kind, knowledge }: Recogniser): Promise<readonly EntityId[]> {
  if (!/\d/.test(said)) return []
  const plain = plainNumber(said)
  for (const attribute of knowledge.attributesOf(kind)) {
    if (attribute.naturalKey !== true) continue
    const reading = readValue(attribute, plain)
    if (!reading.ok || typeof reading.value !== 'string' || isBlank(reading.value)) continue
    const found = await entityOfKey(attribute.code, reading.value)
    if (found !== undefined) return [await currentId(found)]
  }
  return []
}

async function named(said: string, { kind, places }: Recogniser): Promise<Recognised> {
  const find = async (words: string) => (await search(words, { places, except: [] }, kind, undefined)).items
  const isSame = ({ name }: { readonly name: string }) => plainName(name) === plainName(said)
  // By its whole name few are found; what is called alike only where nothing is called so.
  const whole = wholeNameOf(said)
  const exact = whole === undefined ? [] : (await find(whole)).filter(isSame)
  const items = exact.length > 0 ? exact : await find(said)
  const same = items.filter(isSame)
  // Of people more than one may be called so, and not all of them be known: whoever asks says which.
  if (kind !== 'person' && same.length === 1) return { sure: same.map(({ id }) => id), perhaps: [], why: '' }
  const perhaps = (same.length > 0 ? same : items).slice(0, mostPerhaps).map(({ id }) => id)
  return { sure: [], perhaps, why: perhaps.length > 0 ? '' : '范围内没有登记叫这个名字的' }
}

async function placeBy(said: string, { places }: Recogniser): Promise<Recognised> {
  const { place, missing, candidates } = await readAddress(said, places[0])
  if (place !== undefined && missing.length === 0) return { sure: [entityId(place.id)], perhaps: [], why: '' }
  const perhaps = [...new Set(candidates.map((one) => entityId(one.place.id)))].slice(0, mostPerhaps)
  if (place !== undefined) {
    const lacking = missing.map(({ name }) => name).join('')
    return {
      sure: [],
      perhaps: [],
      why: `“${await tailOf(place.id)}”下面还没有登记“${lacking}”`,
    }
  }
  return { sure: [], perhaps, why: perhaps.length > 0 ? '' : '认不出是哪里，请写全小区、楼栋和门牌' }
}
