import type { GrantContent } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import type { Sensitivity } from '@zmht/shared/knowledge'
import type { Action, FieldRule, ResourceKind } from '@zmht/shared/permission'
import { dayOf } from '../../lib/dates'
import { endOf, lastDayBefore, startOf } from './dates'
import type { Named } from './say-grant'

/** Something picked, with the name it is read by. */
export interface Picked {
  readonly id: string
  readonly name: string
}
export interface PickedPlace {
  readonly id: PlaceId
  readonly name: string
}

/** A rule as somebody writes it: every list may be empty, which narrows nothing. */
export interface GrantDraft {
  readonly name: string
  readonly effect: GrantContent['effect']
  readonly roles: readonly string[]
  /** As typed, one after another with 、 or spaces between. */
  readonly postTags: string
  readonly ranks: readonly string[]
  readonly organisations: readonly Picked[]
  readonly posts: readonly Picked[]
  readonly actions: readonly Action[]
  readonly kinds: readonly ResourceKind[]
  readonly applications: readonly Picked[]
  readonly owners: readonly Picked[]
  readonly tags: string
  readonly attributes: readonly Picked[]
  readonly sensitivities: readonly Sensitivity[]
  readonly territory: 'own' | 'all' | 'given'
  readonly places: readonly PickedPlace[]
  readonly fields: FieldRule
  /** The first and the last day, `YYYY-MM-DD`; empty: without. */
  readonly from: string
  readonly to: string
}

/** Who sees nothing of anybody: a new rule shows no more than somebody chose to. */
const numbersOnly: FieldRule = { open: 'full', internal: 'full', personal: 'none', sensitive: 'none' }
const nothing: FieldRule = { open: 'none', internal: 'none', personal: 'none', sensitive: 'none' }

export const blankDraft: GrantDraft = {
  name: '',
  effect: 'allow',
  roles: [],
  postTags: '',
  ranks: [],
  organisations: [],
  posts: [],
  actions: [],
  kinds: [],
  applications: [],
  owners: [],
  tags: '',
  attributes: [],
  sensitivities: [],
  territory: 'own',
  places: [],
  fields: numbersOnly,
  from: '',
  to: '',
}

/** The tags somebody typed, each once. */
export const tagsIn = (typed: string): string[] => [
  ...new Set(typed.split(/[\s,，、;；]+/).filter((one) => one !== '')),
]

const idsOf = (picked: readonly Picked[]) => picked.map(({ id }) => id)

/** @returns the rule a draft comes to; it may still be incomplete, see `missingIn` */
export function contentOf(draft: GrantDraft): GrantContent {
  return {
    name: draft.name.trim(),
    effect: draft.effect,
    subject: subjectOf(draft),
    actions: [...draft.actions],
    resource: resourceOf(draft),
    territory: draft.territory === 'given' ? { given: draft.places.map(({ id }) => id) } : draft.territory,
    // A prohibition shows nothing.
    fields: draft.effect === 'forbid' ? nothing : draft.fields,
    ...(draft.from === '' ? {} : { from: startOf(draft.from) }),
    ...(draft.to === '' ? {} : { to: endOf(draft.to) }),
  }
}

function subjectOf({ roles, postTags, ranks, organisations, posts }: GrantDraft): GrantContent['subject'] {
  const tags = tagsIn(postTags)
  return {
    ...(roles.length === 0 ? {} : { roles: [...roles] }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(ranks.length === 0 ? {} : { ranks: [...ranks] }),
    ...(organisations.length === 0 ? {} : { organisations: idsOf(organisations) }),
    ...(posts.length === 0 ? {} : { posts: idsOf(posts) }),
  }
}

function resourceOf(draft: GrantDraft): GrantContent['resource'] {
  const { kinds, applications, owners, attributes, sensitivities } = draft
  const tags = tagsIn(draft.tags)
  return {
    ...(kinds.length === 0 ? {} : { kinds: [...kinds] }),
    ...(applications.length === 0 ? {} : { applications: idsOf(applications) }),
    ...(owners.length === 0 ? {} : { owners: idsOf(owners) }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(attributes.length === 0 ? {} : { attributes: idsOf(attributes) }),
    ...(sensitivities.length === 0 ? {} : { sensitivities: [...sensitivities] }),
  }
}

/** Names of what the draft names by id. */
export function namedIn({ organisations, posts, applications, owners, attributes, places }: GrantDraft): Named {
  const picked = [organisations, posts, applications, owners, attributes, places].flat()
  return Object.fromEntries(picked.map(({ id, name }) => [id, name]))
}

/** What is still to be written, in words. */
export function missingIn(draft: GrantDraft): readonly string[] {
  const long = [...tagsIn(draft.postTags), ...tagsIn(draft.tags)].some((tag) => tag.length > 20)
  return [
    ...(draft.name.trim() === '' ? ['请给规则起个名称'] : []),
    ...(draft.actions.length === 0 ? ['请选择至少一个操作'] : []),
    ...(draft.territory === 'given' && draft.places.length === 0 ? ['请选择地点'] : []),
    ...(draft.from !== '' && draft.to !== '' && draft.to < draft.from ? ['结束的日期早于开始的日期'] : []),
    ...(long ? ['每个标签不超过 20 个字，多个标签用顿号分开'] : []),
  ]
}

/** A rule to be revised, as somebody writes it. */
export function draftOf({ subject, resource, territory, ...content }: GrantContent, named: Named): GrantDraft {
  const picked = (ids: readonly string[] = []): Picked[] => ids.map((id) => ({ id, name: named[id] ?? id }))
  return {
    name: content.name,
    effect: content.effect,
    roles: subject.roles ?? [],
    postTags: (subject.tags ?? []).join('、'),
    ranks: subject.ranks ?? [],
    organisations: picked(subject.organisations),
    posts: picked(subject.posts),
    actions: content.actions,
    kinds: resource.kinds ?? [],
    applications: picked(resource.applications),
    owners: picked(resource.owners),
    tags: (resource.tags ?? []).join('、'),
    attributes: picked(resource.attributes),
    sensitivities: resource.sensitivities ?? [],
    territory: typeof territory === 'string' ? territory : 'given',
    places: typeof territory === 'string' ? [] : territory.given.map((id) => ({ id, name: named[id] ?? id })),
    fields: content.effect === 'forbid' ? numbersOnly : content.fields,
    from: content.from === undefined ? '' : dayOf(content.from),
    to: content.to === undefined ? '' : lastDayBefore(content.to),
  }
}
