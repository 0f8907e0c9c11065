import { initialsOf, levels, type PlaceId, type PlacePath, pathOf } from '@zmht/shared/geo'
import { now } from '../platform/clock'
import type { JobStep } from '../platform/jobs'
import { makeDictionary } from './city-dictionary'
import { divisionsOf, idOfDivision } from './divisions'
import { type Division, fullCode, isPlaceholder, levelOfCode, parentCodes } from './domain/division'
import { openRoot, type Place, writePlaces } from './place.store'

export const importKind = 'hierarchy.import'
const rowsAtOnce = 2000

/**
 * One step of importing a province, or the part of it that `within` names: the next 2,000 rows of the published data. Constant memory: rows are streamed; what is kept is the
 * province's divisions down to the subdistrict, at most some thousands. Writing a row twice writes the same item.
 */
export const importStep: JobStep = async (job) => {
  const province = job.input.province ?? ''
  const within = job.input.within ?? province
  const start = Number(job.cursor ?? 0)
  const chunk: Place[] = []
  const shown = new Set<string>()
  let index = 0
  for await (const division of divisionsOf(province)) {
    // Those above what was asked for are needed, those beside it are not.
    if (!division.code.startsWith(within) && !within.startsWith(division.code)) continue
    const placed = division.code.length < 12 ? remember(shown, division) : true
    if (index >= start && index < start + rowsAtOnce && placed) chunk.push(toPlace(division, shown))
    index += 1
  }
  await writePlaces(chunk)
  const done = Math.min(index, start + rowsAtOnce)
  const finished = done >= index
  if (finished && index > 0) {
    await openRoot(idOfDivision(province))
    for (const city of citiesOf(shown, within)) await makeDictionary(idOfDivision(city), now())
  }
  return {
    cursor: String(done),
    done,
    total: index,
    finished,
    message: finished ? `已导入 ${done} 个地点` : `正在导入，已完成 ${done} / ${index}`,
  }
}

/** The cities an import brought, or the province where it has none (a municipality). */
function citiesOf(shown: ReadonlySet<string>, within: string): string[] {
  const cities = [...shown].filter((code) => code.length === 4 && (code.startsWith(within) || within.startsWith(code)))
  return cities.length > 0 ? cities : [...shown].filter((code) => code.length === 2)
}

function remember(shown: Set<string>, division: Division): boolean {
  if (isPlaceholder(division)) return false
  shown.add(division.code)
  return true
}

function toPlace(division: Division, shown: ReadonlySet<string>): Place {
  const id = idOfDivision(division.code)
  const lineage: PlaceId[] = shownCodes(division.code, shown).map(idOfDivision)
  const parentId = lineage.at(-1)
  const level = levelOfCode(division.code)
  const path: PlacePath = pathOf([...lineage, id])
  return {
    id,
    name: division.name,
    level,
    kind: 'division',
    code: fullCode(division.code),
    hasChildren: level !== 'community',
    ...(parentId === undefined ? {} : { parentId }),
    path,
    edges: [...lineage, id].map(() => '0').join('.'),
    initials: initialsOf(division.name),
    levels: [...shownCodes(division.code, shown), division.code]
      .map((code) => levels.indexOf(levelOfCode(code)) + 1)
      .join(''),
    order: fullCode(division.code),
    since: now(),
    version: 1,
  }
}

/** Root first. Placeholder levels are not in `shown`, so their children hang on the level above. */
function shownCodes(code: string, shown: ReadonlySet<string>): string[] {
  return parentCodes(code)
    .filter((parent) => shown.has(parent))
    .reverse()
}
