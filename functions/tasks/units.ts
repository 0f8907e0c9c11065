import { createHash } from 'node:crypto'
import type { UnitReport } from '@zmht/shared/contract'
import { levels, type PlaceId, shortName } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { countsByPlace, placeFacts } from '../hierarchy/index'
import { knowledgeNow } from '../knowledge/index'
import { sign } from '../platform/signature'
import { addGroups } from '../platform/stream/counter.domain'
import { frozen, noteOnUnit, type Signatory, type UnitMove } from './domain/unit'
import { measuredAt, shownMeasures, toldOf } from './measured'
import { itemsOf } from './measures'
import type { Task } from './task.store'
import { readUnit, readUnitEntry, saveUnit, type Unit, type UnitEntry, type UnitPlace } from './unit.store'

/** What the signatures of reports are for. */
export const reportPurpose = 'task-report'

/**
 * Notes one thing on a unit and saves it, once however often it is sent; noted anew on what is there when another came between.
 * @param check asked again each time, of what is there then
 * @throws what `check` throws, unless this very entry is there; `changed`
 */
export async function noteUnit(
  where: { readonly taskId: string; readonly place: UnitPlace },
  move: UnitMove,
  by: Signatory,
  at: Instant,
  check: (unit: Unit | undefined) => void = () => undefined,
): Promise<{ readonly unit: Unit; readonly entry: UnitEntry; readonly isNew: boolean }> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const seen = await readUnit(where.taskId, where.place)
    const before = await readUnitEntry(where.taskId, where.place, move.key)
    if (seen !== undefined && before !== undefined) return { unit: seen, entry: before, isNew: false }
    check(seen)
    const { unit, entry } = noteOnUnit(seen, where, move, by, at)
    if ((await saveUnit(unit, entry)) === 'saved') return { unit, entry, isNew: true }
  }
  throw new Problem('changed')
}

/** The numbers of a task at a place and each of its children that are units or hold some. */
async function numbersAt(task: Task, place: PlaceId) {
  const { groups, children } = await countsByPlace(itemsOf(task.id), place)
  const inside = children.filter(({ level }) => levels.indexOf(level) <= levels.indexOf('community'))
  const measured = await measuredAt(task, place)
  return {
    groups,
    tally: measured.tally,
    children: inside.map((child) => ({ ...child, name: shortName(child), measured: measured.of(child.id) })),
  }
}

/** The numbers of a task as a whole, by its own places. */
export async function wholeNumbers(task: Task) {
  const { within } = task
  const places = await Promise.all(within.map(placeFacts))
  // Of two places one inside the other the outer one holds both.
  const outer = places.filter(({ id: own, lineage }) => !lineage.some((one) => one !== own && within.includes(one)))
  const children = await Promise.all(
    outer.map(async ({ id: place, name, level }) => {
      const { groups, tally } = await numbersAt(task, place)
      return {
        id: place,
        name: shortName({ name, level }),
        level,
        groups,
        tally,
        measured: toldOf(task.content, tally),
      }
    }),
  )
  const sum = (of: 'groups' | 'tally') =>
    children.reduce<Record<string, number>>((all, child) => ({ ...addGroups(all, child[of]) }), {})
  return { groups: sum('groups'), tally: sum('tally'), children }
}

/** Freezes the numbers of now as a signed report, saved with its unit. */
export async function reportUnit(
  task: Task,
  place: UnitPlace,
  { key, note }: { readonly key: string; readonly note?: string | undefined },
  by: Signatory,
  at: Instant,
): Promise<UnitEntry> {
  const [named, numbers] = await Promise.all([
    place === 'whole' ? { name: task.content.title } : placeFacts(place),
    place === 'whole' ? wholeNumbers(task) : numbersAt(task, place),
  ])
  const measures = shownMeasures(task.content, await knowledgeNow())
  const digest = createHash('sha256').update(JSON.stringify(task.content.form)).digest('hex').slice(0, 16)
  const report: UnitReport = frozen(
    task,
    digest,
    {
      place: { id: place, name: 'level' in named ? shortName(named) : named.name },
      ...numbers,
      ...(measures.length === 0 ? {} : { measures, measured: toldOf(task.content, numbers.tally) }),
    },
    { key, note },
    by,
    at,
  )
  const move: UnitMove = { kind: 'report', key, note, signature: await sign(reportPurpose, report) }
  return (await noteUnit({ taskId: task.id, place }, move, by, at)).entry
}
