import { type Answer, type Supervision, sayAnswer, sayFinding, sayTimes } from '@zmht/shared/answerable'
import { type AnsweredKind, type EntityAnswerableReply, ledgerRoutes } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Knowledge } from '@zmht/shared/knowledge'
import { fewest, withheld } from '@zmht/shared/measures'
import { decide, duties as dutyNames, seesNames } from '@zmht/shared/permission'
import { childrenOf, placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { organisationContact } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { type Answered, answeredOf } from '../answerable'
import { findingList, readFindingList } from '../answerable.store'
import { countedFindings, type Tally, talliesOf } from '../answerable-counted'
import { overlapOf } from '../ledger-access'
import { pageWithin, type Within } from '../register'
import { codeName, unitOf } from '../show-supervision'
import { locateEntity } from './entity'

const routes = ledgerRoutes

export const answerable = endpoint(routes.answerable, {
  locate: locateEntity,
  handle: async ({ loaded }) => {
    const [answered, knowledge] = await Promise.all([answeredOf(loaded), knowledgeNow()])
    const { answers, supervisions, findings, names } = answered
    return {
      answers: [
        ...(await Promise.all(answers.map((one) => showAnswer(one, answered)))),
        ...(await Promise.all(supervisions.map((one) => showSupervisor(one, answered, knowledge)))),
      ],
      findings: findings
        .filter(({ what }) => what !== 'also')
        .map((one) => ({ what: one.what, about: one.about, says: sayFinding(one, names) })),
    }
  },
})

type AnswerReply = EntityAnswerableReply['answers'][number]

async function showAnswer(answer: Answer, { names }: Answered): Promise<AnswerReply> {
  const { tie, organisation, duties } = answer
  const times = tie.times === undefined ? '' : sayTimes(tie.times, names)
  return {
    organisation: await unitOf(organisation),
    by: tie.basis,
    duties: duties.map(({ duty }) => ({ code: duty, name: dutyNames[duty] })),
    because: sayAnswer(answer, names),
    ...(times === '' ? {} : { times }),
  }
}

async function showSupervisor(
  { organisation, attribute, code, place }: Supervision<PlaceId>,
  { names }: Answered,
  knowledge: Knowledge,
): Promise<AnswerReply> {
  const { label, name } = codeName(knowledge, attribute, code)
  const unit = (await organisationContact(organisation))?.name ?? ''
  return {
    organisation: await unitOf(organisation),
    by: 'sector',
    duties: [{ code: 'sector', name: '行业主管' }],
    because: `因为${label}是${name}，${names.place(place)}由${unit}主管。`,
  }
}

export const unanswered = endpoint(routes.unanswered, async ({ query, actor, territory, fields, now }) => {
  const list = findingList(query.what, query.kind)
  const within = await withinOf(query.place, territory, actor, now)
  const page = await pageWithin(within, query.cursor, (partition, path, from) =>
    readFindingList(list, partition, path, from),
  )
  return {
    items: page.items.map(({ id, name, home, says }) => ({
      id,
      kind: query.kind,
      name: shownName(query.kind, name, seesNames(fields)),
      home,
      says: [...says],
    })),
    ...(page.next === undefined ? {} : { next: page.next }),
  }
})

const shownName = (kind: AnsweredKind, name: string, isNamed: boolean): string =>
  kind !== 'person' || isNamed ? name : `${[...name][0] ?? ''}**`

/** The part of what is theirs that lies in a place. @throws Problem `outside-territory`, kept in the audit, where there is none */
async function withinOf(
  place: PlaceId | undefined,
  { everywhere, places, except }: Within & { readonly everywhere: boolean },
  actor: Official,
  at: string,
): Promise<Within> {
  const own = everywhere ? actor.posts.flatMap(({ territory }) => territory) : places
  if (place === undefined) return { places: own, except }
  const here = everywhere ? [place] : await overlapOf(own, [place])
  if (here.length === 0) {
    const { lineage } = await placeFacts(place)
    await allowed(actor, 'ledger.read', { kind: 'entity', lineage }, at)
  }
  return { places: here, except }
}

export const unansweredCounts = endpoint(routes.unansweredCounts, {
  locate: async ({ query }: { query: { place: PlaceId } }) => {
    const place = await placeFacts(query.place)
    return { resource: { kind: 'statistics', lineage: place.lineage }, loaded: place }
  },
  handle: async ({ actor, now, loaded: place }) => {
    const [counted, below] = await Promise.all([countedFindings(place), childrenOf(place.id)])
    const opens = decide(actor.policy, actor, 'ledger.read', { kind: 'entity', lineage: place.lineage }, now).allow
    const here = talliesOf(counted.here)
    const children = below.map(({ id }) => talliesOf(counted.children.get(id) ?? {}))
    const hiddenHere = here.map(({ rows }) => !opens && rows > 0 && rows < fewest)
    const hidden = here.map((_, at) => hiddenBelow(children, at, opens, hiddenHere[at] === true))
    const show = (tallies: readonly Tally[], isHidden: (at: number) => boolean) =>
      tallies.map(({ what, kind, rows }, at) => ({ what, kind, ...(isHidden(at) ? {} : { rows }) }))
    return {
      place: { id: place.id, name: place.name, level: place.level },
      here: show(here, (at) => hiddenHere[at] === true),
      children: below.map(({ id, name, level, hasChildren }, at) => ({
        id,
        name,
        level,
        hasChildren,
        counts: show(children[at] ?? [], (list) => hidden[list]?.[at] === true),
      })),
      opens,
    }
  },
})

/** Who may not see the people is told of no child with fewer than three, nor of what they could be told from. */
function hiddenBelow(
  children: readonly (readonly Tally[])[],
  list: number,
  opens: boolean,
  isHiddenHere: boolean,
): readonly boolean[] {
  if (opens) return []
  const rows = children.map((tallies) => tallies[list]?.rows ?? 0)
  return withheld(rows.map((one) => [one])).map(
    ([isHidden], at) => isHidden === true || (isHiddenHere && rows[at] !== 0),
  )
}
