import type { PlaceId } from '@zmht/shared/geo'
import type { RowProblem } from '@zmht/shared/sheets/rows/index'
import { findPlace, namedLineage, readAddress, tailOf } from '../../hierarchy/index'
import type { Importer } from './importing'

/** Where a row is, or why that is not known. */
export type PlaceReading =
  | { readonly place: PlaceId; readonly lineage: readonly PlaceId[]; readonly home: string }
  | RowProblem

/** Addresses remembered in one step. */
const mostRemembered = 2000

/**
 * Reads addresses as places where the importer may edit, inside the ledger. What is not sure, not registered, or elsewhere is a
 * reason against the row, never a guess.
 * @param given where rows without an address are; where 3号楼2单元 alone is looked for
 */
export async function addressReader(
  importer: Importer,
  { place: given, nearest }: { readonly place?: PlaceId; readonly nearest: boolean },
): Promise<(address: string) => Promise<PlaceReading>> {
  const remembered = new Map<string, Promise<PlaceReading>>()
  const base = given === undefined ? undefined : await findPlace(given)
  const baseWords = base === undefined ? '' : (await namedLineage(base.path)).map(({ name }) => name).join('')
  const standpoint = given ?? importer.ledger.within[0]

  async function read(address: string): Promise<PlaceReading> {
    if (address === '') {
      if (base === undefined) return problem('没有地址', '没有写地址，请补上，或选一个“没有地址的行登记在哪里”')
      return settle(base.id)
    }
    const alone = await readAddress(address, standpoint)
    // 3号楼2单元 by itself names no place: it is looked for where the clerk said. An address that names one is never moved there.
    const best =
      alone.place === undefined && base !== undefined && beginsBelow.test(address)
        ? await readAddress(baseWords + address, standpoint)
        : alone
    if (best.place === undefined) return unsure(address, best)
    const missing = best.missing.map(({ name }) => name).join('')
    if (missing !== '' && !nearest) {
      const tail = await tailOf(best.place.id)
      return problem(
        '地址里有还没登记的楼栋、单元或门牌',
        `“${tail}”下面还没有登记“${missing}”，请先在地点里建立，或选择“认到哪里登记到哪里”`,
      )
    }
    return settle(best.place.id)
  }

  async function unsure(address: string, { candidates }: Awaited<ReturnType<typeof readAddress>>) {
    const names = await Promise.all(candidates.slice(0, 3).map(({ place }) => tailOf(place.id)))
    const distinct = [...new Set(names)]
    if (distinct.length > 1)
      return problem('地址可能是几个地方', `地址“${address}”可能是${distinct.join('、')}，请写全社区和小区的名称`)
    return problem('地址认不出', `地址“${address}”认不出是哪里，请写全社区、小区、楼栋和门牌`)
  }

  async function settle(id: PlaceId): Promise<PlaceReading> {
    const place = await findPlace(id)
    if (place === undefined || place.ended) return problem('地点已不再使用', '这个地点已经不再使用，请改用现在的地址')
    const { lineage } = place
    const home = await tailOf(id)
    if (!importer.mayEdit(lineage)) return problem('地址不在您的管理范围内', `“${home}”不在您的管理范围内`)
    if (!lineage.some((one) => importer.ledger.within.includes(one)))
      return problem('地址不在台账的范围内', `“${home}”不在这份台账的范围内`)
    const { kind, level } = importer.ledger.content
    if (kind === 'place' && level !== place.level)
      return problem('地点的级别不对', `“${home}”不是这份台账登记的那一级地点`)
    return { place: id, lineage, home }
  }

  return (address) => {
    const known = remembered.get(address)
    if (known !== undefined) return known
    if (remembered.size >= mostRemembered) remembered.clear()
    const reading = read(address)
    remembered.set(address, reading)
    return reading
  }
}

/** A building, a unit or a door, and nothing before it. */
const beginsBelow = /^\s*[\dA-Za-z一二三四五六七八九十]+\s*(号楼|号院|号|栋|幢|座|楼|单元|门|室|层|-|－)/

const problem = (group: string, message: string): RowProblem => ({ group, message })
