import type { PlaceId } from '@zmht/shared/geo'
import type { RosterBlock } from '../../functions/permissions/domain/roster'

type Show = (what: string, figure: number, unit: string, most: number) => void

const organisations = 1000
const peopleOfEach = 100

/**
 * "Who may …?" asked of a hundred thousand officials kept in the table: cold, everybody is read, made ready and counted; then only what has changed since. And what a request
 * costs before it is decided, with a thousand rules in force.
 */
export async function benchLookUp(show: Show, community: PlaceId): Promise<void> {
  const { metered } = await import('../../functions/platform/table/client')
  const { forgetEverything } = await import('../../functions/platform/cache')
  const { moveClock, now } = await import('../../functions/platform/clock')
  const { saveBlock } = await import('../../functions/permissions/roster.store')
  const { everybody, forgetRosters } = await import('../../functions/permissions/roster')
  const { wholePolicy } = await import('../../functions/permissions/policy')
  const { placeFacts } = await import('../../functions/hierarchy/index')
  const { lineage } = await placeFacts(community)
  for (let at = 0; at < organisations; at += 25)
    await Promise.all(Array.from({ length: 25 }, (_, more) => saveBlock('obench', blockOf(at + more), now())))

  const resource = { kind: 'place', lineage }
  const ask = async () => {
    const [{ officials, actors }, policy] = await Promise.all([everybody(), wholePolicy()])
    return {
      all: actors.length,
      count: officials.whoMay(policy, 'hierarchy.read', resource, now(), { limit: 20 }).count,
    }
  }
  // They were written long ago: what came within the last seconds is read again each time.
  moveClock(60_000)
  forgetEverything()
  forgetRosters()
  const began = performance.now()
  const cold = await metered(ask)
  const seconds = (performance.now() - began) / 1000
  if (cold.result.count < organisations * peopleOfEach || cold.result.count !== cold.result.all)
    throw new Error('everybody may read the hierarchy')
  show(
    `who may, of ${cold.result.all} officials in the table, cold: counted and the first page (local engine)`,
    seconds,
    'seconds',
    1,
  )
  show('the same in read units', cold.used.readUnits, 'read units', 500)
  moveClock(6000)
  const warm = await metered(ask)
  show('the same again after 5 s: only what changed is read', warm.used.readUnits, 'read units', 5)
}

function blockOf(number: number): RosterBlock {
  const id = `obench${String(number).padStart(6, '0')}`
  const people = Array.from({ length: peopleOfEach }, (_, at) => ({
    id: `abench${String(number * peopleOfEach + at).padStart(10, '0')}`,
    name: `测试${at}`,
    initials: 'cs',
    tail: '00000000000000000000000000',
    absences: [],
  }))
  return {
    id,
    name: `测试单位${number}`,
    kind: 'committee',
    manages: [],
    posts: people.map(({ id: official }, at) => ({
      id: `pbench${String(number * peopleOfEach + at).padStart(10, '0')}`,
      title: at % 10 === 0 ? '社区书记' : '社工',
      rank: at % 10 === 0 ? 'community' : 'worker',
      roles: ['service-organiser', 'service-worker'],
      tags: [],
      closed: false,
      holders: [{ official, as: 'holder' as const, from: '2024-01-01' }],
    })),
    people,
    versions: {},
  }
}
