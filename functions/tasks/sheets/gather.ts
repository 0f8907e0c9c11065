import type { UnitReport } from '@zmht/shared/contract'
import { levels, type PlaceId, shortName } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { countsByPlace, type PlaceFacts, placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { organisationFacts, staffAt } from '../../permissions/index'
import { type Group, groups, type SheetNumbers, type SheetPlace } from '../domain/sheet'
import { measuredAt, shownMeasures } from '../measured'
import { itemsOf } from '../measures'
import type { Task } from '../task.store'

/** Places whose numbers are read for one sheet: a city with all its streets, or a district with all its communities. */
const mostRead = 600
const atOnce = 16

interface Here {
  readonly place: SheetPlace
  readonly children: readonly Child[]
}

interface Child extends SheetPlace {
  readonly id: PlaceId
  readonly level: (typeof levels)[number]
}

/** What a task came to at a place, and at each of those inside it that are units and have something to do. */
async function readAt(task: Task, { id, name, level }: Pick<PlaceFacts, 'id' | 'name' | 'level'>): Promise<Here> {
  const [{ groups: counted, children }, measured] = await Promise.all([
    countsByPlace(itemsOf(task.id), id),
    measuredAt(task, id),
  ])
  const own = shortName({ name, level })
  return {
    place: { name: own, around: '', groups: counted, measured: measured.here },
    children: children
      .filter((child) => levels.indexOf(child.level) <= levels.indexOf('community') && child.total > 0)
      .map((child) => ({
        id: child.id,
        level: child.level,
        name: shortName(child),
        around: own,
        groups: child.groups,
        measured: measured.of(child.id),
      })),
  }
}

/** All inside of one level, in the order of the tree. @throws Problem `invalid` where that is too much for one sheet */
async function insideOf(task: Task, children: readonly Child[], level: Child['level'], read: { left: number }) {
  const found: Child[][] = []
  for (let from = 0; from < children.length; from += atOnce) {
    const some = children.slice(from, from + atOnce)
    found.push(
      ...(await Promise.all(
        some.map(async (child): Promise<Child[]> => {
          if (child.level === level) return [child]
          if (levels.indexOf(child.level) > levels.indexOf(level)) return []
          read.left -= 1
          if (read.left < 0)
            throw new Problem('invalid', {
              fields: [{ path: 'body.place', message: '地方太多，一张表放不下，请到里面的区县分别导出' }],
            })
          // What is there by name only: it was read as a child.
          const inside = await readAt(task, { ...child, name: (await placeFacts(child.id)).name })
          return insideOf(task, inside.children, level, read)
        }),
      )),
    )
  }
  return found.flat()
}

interface By {
  readonly name: string
  readonly at: Instant
}

const unitAt = async ({ lineage, name, level }: PlaceFacts): Promise<string> =>
  (await staffAt(lineage)).organisation?.name ?? shortName({ name, level })

const told = async ({ content, organisationId }: Task): Promise<SheetNumbers['task']> => ({
  title: content.title,
  basis: content.basis,
  due: content.due,
  organisation: (await organisationFacts(organisationId))?.name ?? '',
})

/** The numbers of now. @param asked the groups whose rows are needed */
export async function liveNumbers(
  task: Task,
  place: PlaceFacts,
  asked: ReadonlySet<Group>,
  by: By,
): Promise<SheetNumbers> {
  const [here, knowledge, unit, shown] = await Promise.all([
    readAt(task, place),
    knowledgeNow(),
    unitAt(place),
    told(task),
  ])
  const above = place.lineage.at(-2)
  const read = { left: mostRead }
  const rows = new Map<Group, readonly SheetPlace[]>()
  for (const group of asked) {
    const level = groups[group]
    rows.set(group, level === undefined ? here.children : await insideOf(task, here.children, level, read))
  }
  return {
    task: shown,
    measures: shownMeasures(task.content, knowledge),
    here: { ...here.place, around: above === undefined ? '' : shortName(await placeFacts(above)) },
    unit,
    by: by.name,
    at: by.at,
    frozen: false,
    rows,
  }
}

/** The numbers a report froze: of the place and those directly inside. @throws Problem `invalid` where rows of a further tier are asked for */
export async function frozenNumbers(
  task: Task,
  place: PlaceFacts,
  report: UnitReport,
  asked: ReadonlySet<Group>,
): Promise<SheetNumbers> {
  const [unit, shown] = await Promise.all([unitAt(place), told(task)])
  const children = report.children.map(({ name, level, groups: counted, measured = {} }) => ({
    level,
    name,
    around: report.place.name,
    groups: counted,
    measured,
  }))
  const rows = new Map<Group, readonly SheetPlace[]>()
  for (const group of asked) {
    const level = groups[group]
    const isThere = level === undefined || children.every((child) => child.level === level)
    if (!isThere)
      throw new Problem('invalid', {
        fields: [
          {
            path: 'body.report',
            message: `上报时只记下了直接的下级，没有“${group}”的数字。请导出实时的数字，或者换一个只用“下级”的模板`,
          },
        ],
      })
    rows.set(group, children)
  }
  const above = place.lineage.at(-2)
  return {
    task: { ...shown, title: report.task.title, due: report.due ?? shown.due },
    measures: report.measures ?? [],
    here: {
      name: report.place.name,
      around: above === undefined ? '' : shortName(await placeFacts(above)),
      groups: report.groups,
      measured: report.measured ?? {},
    },
    unit,
    by: report.by,
    at: report.at,
    frozen: true,
    rows,
  }
}
