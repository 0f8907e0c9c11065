import type { PlaceReply } from '@zmht/shared/contract'
import { type Level, levelNames, levels } from '@zmht/shared/geo'
import type { Cells } from '../sheets/cells'

/** At most so many places go into one spreadsheet. */
export const mostExported = 200_000

export type Exported = PlaceReply & { readonly names: readonly string[] }

const kindNames = { division: '', landmark: '地标', road: '道路' } as const

/**
 * A table of places: a column for each level that occurs, so that it can be sorted, filtered and imported again. Levels must come from the
 * highest down: what a name on the way is follows from the place it named before.
 */
export function exportCells(places: readonly Exported[]): Cells {
  const levelOfWay = new Map<string, Level>()
  const used = new Set<Level>()
  const rows = places.map((place) => {
    levelOfWay.set(place.names.join('/'), place.level)
    const cells: Partial<Record<Level, string>> = {}
    place.names.forEach((name, index) => {
      const level =
        index === place.names.length - 1 ? place.level : levelOfWay.get(place.names.slice(0, index + 1).join('/'))
      if (level === undefined) return
      used.add(level)
      cells[level] = name
    })
    return { place, cells }
  })
  const columns = levels.filter((level) => used.has(level))
  return [
    ['层级', ...columns.map((level) => (level === 'compound' ? '小区' : levelNames[level])), '类别', '代码或编号'],
    ...rows.map(({ place, cells }) => [
      levelNames[place.level],
      ...columns.map((level) => cells[level] ?? ''),
      kindNames[place.kind],
      place.code ?? '',
    ]),
  ]
}
