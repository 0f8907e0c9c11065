import type { Patch } from '@zmht/shared/controls'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { type EntityId, entityId } from '@zmht/shared/knowledge'
import type { SubjectCode } from '@zmht/shared/routing'
import { findPlace } from '../hierarchy/index'
import { aroundTarget } from '../ledgers/index'
import { institutionCalled, organisationFacts } from '../permissions/index'
import { log } from '../platform/log'
import { relatedTo } from './domain/spot'
import type { Desk } from './request.store'
import { propose } from './routing/index'

/** What was made of an appeal when it came in, and by whom it was put right. */
export interface Routed {
  readonly subject?: SubjectCode
  /** Whether subject, place and department were taken without asking anybody. */
  readonly sure: boolean
  readonly reason: string
  /** Somebody decided what it is about. */
  readonly decided?: true
}

export interface RoutedAtFirst {
  readonly route: Routed
  /** Where it is, as far as that is sure. */
  readonly place?: PlaceId
  /** The organisation that answers; absent where it is the place's own, or not sure. */
  readonly desk?: Desk
}

const nothing: RoutedAtFirst = { route: { sure: false, reason: '还没有认出是哪方面的事，由社区确定转给谁。' } }

/**
 * Whose an appeal is: the owner's of the very thing it is about, else who answers for its subject at its place. Nothing sure is decided by a
 * person. Never refuses: what cannot be read is taken in as it is.
 */
export async function routeAtFirst(text: string, patch: Patch, home: PlaceId): Promise<RoutedAtFirst> {
  try {
    const given = relatedTo(patch, 'at').find(isPlaceId)
    const [thing] = relatedTo(patch, 'about-thing')
    const owned = thing === undefined ? undefined : await ownerOf(entityId(thing), given ?? home)
    if (owned !== undefined) return { ...owned, ...(given === undefined ? {} : { place: given }) }
    const { guesses, dutySure, place, department, reason } = await propose({ text, place: given, home })
    const subject = guesses[0]?.subject
    const at = place.sure ? place.place : undefined
    const isSure = dutySure && at !== undefined && department !== undefined
    const route: Routed = { ...(subject === undefined ? {} : { subject }), sure: isSure, reason }
    const isElsewhere = isSure && !(await worksAt(department.id, at))
    return {
      route,
      ...(at === undefined ? {} : { place: at }),
      ...(isElsewhere ? { desk: { id: department.id, name: department.name, part: 'desk' } } : {}),
    }
  } catch (error) {
    log.error('an appeal was not routed', error)
    return nothing
  }
}

/** By whom a thing is kept up, else used, else owned. */
const keepers = ['maintained-by-organisation', 'operated-by', 'owned-by-organisation'] as const

/** The organisation of the directory that answers for a thing by the ledgers. */
async function ownerOf(thing: EntityId, place: PlaceId): Promise<RoutedAtFirst | undefined> {
  const { entities, relations } = await aroundTarget(thing)
  const lineage = (await findPlace(place))?.lineage ?? []
  for (const type of keepers) {
    const relation = relations.find((one) => one.type === type && one.from === thing && one.pending !== true)
    const name = relation === undefined ? undefined : entities[relation.to]?.name
    const organisation = name === undefined ? undefined : await institutionCalled(name, lineage)
    if (name === undefined || organisation === undefined) continue
    const said = entities[thing]?.name
    return {
      route: { sure: true, reason: `${said ? `“${said}”` : '这件东西'}由${name}负责，直接转给它。` },
      desk: { id: organisation, name, part: 'desk' },
    }
  }
  return undefined
}

/** Whether an organisation is the one that works where something lies: then it is in the list of the place. */
async function worksAt(organisation: string, place: PlaceId): Promise<boolean> {
  const tiers = (await findPlace(place))?.tiers ?? []
  const community = tiers.find(({ level }) => level === 'community')?.id
  return community !== undefined && ((await organisationFacts(organisation))?.manages.includes(community) ?? false)
}
