import { createHash } from 'node:crypto'
import { levels, lineageOf, type PlaceId, type PlacePath, placeIdFrom } from '@zmht/shared/geo'

type Show = (what: string, figure: number, unit: string, most: number) => void

const placesElsewhere = 10_000

/**
 * What it costs to walk the tree, and again with ten thousand places more in it: nothing depends on how many there are. Then an import of
 * a whole province with its writes left out, for what it holds in memory.
 */
export async function benchTree(show: Show, community: PlaceId, home: PlaceId): Promise<void> {
  const { intercept, metered } = await import('../../functions/platform/table/client')
  const { forgetEverything } = await import('../../functions/platform/cache')
  const { countedNow, placeFacts, namedLineage } = await import('../../functions/hierarchy/index')
  const { readByCode, readChildren, readPlace, readSubtree, writePlaces } = await import(
    '../../functions/hierarchy/place.store'
  )
  const { readAliases, readHistory } = await import('../../functions/hierarchy/operation.store')
  const cost = async (work: () => Promise<unknown>) => {
    forgetEverything()
    return (await metered(work)).used.readUnits
  }
  const place = await readPlace(community)
  const facts = await placeFacts(home)
  const compound = lineageOf(facts.path).at(-4) ?? community
  if (place === undefined) throw new Error('the demonstration has its community')

  const questions: readonly (readonly [what: string, most: number, ask: () => Promise<unknown>])[] = [
    // 0.5 for the place, and 1 for the relocations in force, which are read consistently once in 5 s by each instance.
    ['one place by the edges (with the relocations in force)', 1.5, () => readPlace(home)],
    ['the children of a place, a page', 2, () => readChildren(compound, undefined)],
    ['a page of 60 doors inside a place', 5, () => readSubtree(place, 'door', undefined)],
    ['the ancestors of a door with their names', 5, () => namedLineage(facts.path)],
    ['the place an official code stands for', 0.5, () => readByCode('110105026047')],
    ['a former name', 0.5, () => readAliases('江干区')],
    ['the history of a place', 0.5, () => readHistory(compound)],
    ['how many places inside, by child', 2, () => countedNow('places', community)],
  ]
  const before: number[] = []
  for (const [what, most, ask] of questions) {
    const units = await cost(ask)
    before.push(units)
    show(what, units, 'read units', most)
  }
  const elsewhere = await readPlace(lineageOf(place.path).at(-2) ?? community)
  if (elsewhere === undefined) throw new Error('the community lies somewhere')
  const more = Array.from({ length: placesElsewhere }, (_none, index) => {
    const id = placeIdFrom(createHash('sha256').update(`bench/${index}`).digest())
    return {
      id,
      name: `${index}号院`,
      level: 'compound' as const,
      kind: 'landmark' as const,
      hasChildren: false,
      parentId: elsewhere.id,
      path: `${elsewhere.path}/${id}` as PlacePath, // as pathOf joins it
      levels: `${elsewhere.levels}${levels.indexOf('compound') + 1}`,
      edges: `${elsewhere.edges}.0`,
      order: String(index).padStart(6, '0'),
      since: new Date().toISOString(),
      version: 1,
    }
  })
  await writePlaces(more)
  for (const [index, [what, , ask]] of questions.entries())
    show(`${what}, with ${placesElsewhere} places more`, await cost(ask), 'read units', before[index] ?? 0)

  // Hebei, 53,000 divisions: every row is read and made into a place, only the table is left out.
  const { importKind, importStep } = await import('../../functions/hierarchy/import')
  const { useQueues } = await import('../../functions/platform/stream/queue')
  useQueues({ send: async () => undefined, sendJob: async () => undefined })
  let rows = 0
  let most = 0
  const collect = () => (globalThis as { gc?: () => void }).gc?.()
  collect()
  const base = process.memoryUsage().heapUsed
  intercept(async (command, input, next) => {
    if (!command.startsWith('BatchWrite')) return next()
    const { RequestItems = {} } = input as { RequestItems?: Record<string, unknown[]> } // what writePlaces sends
    rows += Object.values(RequestItems)[0]?.length ?? 0
    if (rows % 10_000 < 25) {
      collect()
      most = Math.max(most, process.memoryUsage().heapUsed - base)
    }
    return { output: {}, response: {} }
  })
  let cursor: string | undefined
  for (;;) {
    const job = { id: 'jbench', kind: importKind, state: 'running' as const, done: 0, total: 0, message: '', by: '' }
    const input = { province: '13' }
    const step = await importStep({ ...job, version: 1, input, ...(cursor === undefined ? {} : { cursor }) })
    cursor = step.cursor
    if (step.finished) break
  }
  intercept(undefined)
  show(`heap held while importing a province of ${rows} divisions`, most / 1e6, 'MB', 60)
}
