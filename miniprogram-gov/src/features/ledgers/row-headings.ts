import type { RowReply } from '@zmht/shared/contract'

type Placed = Pick<RowReply, 'id' | 'home'>

/** 「花家地北里 3号楼 2单元 501」 → 「花家地北里 3号楼」: the building, as somebody who goes from door to door reads it. */
const buildingOf = (home: string): string => home.split(' ').slice(0, 2).join(' ')

/**
 * Rows come in the order of places: before the first of each building stands what it is called.
 * @returns by the id of that first row; the rows where no place is known come under no heading
 */
export function headingsOf(rows: readonly Placed[]): ReadonlyMap<string, string> {
  const headings = new Map<string, string>()
  let before: string | undefined
  for (const { id, home } of rows) {
    const building = buildingOf(home)
    if (building !== before && building !== '') headings.set(id, building)
    before = building
  }
  return headings
}

/** @returns where it is inside the building its heading names: 「2单元 501」; all of it where there is nothing below */
export function withinBuilding(home: string): string {
  const below = home.split(' ').slice(2).join(' ')
  return below === '' ? home : below
}
