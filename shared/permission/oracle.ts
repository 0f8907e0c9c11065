import type { Sensitivity } from '../knowledge/types'
import type { Action } from './actions'
import type { FieldAccess } from './fields'
import type { Grant } from './grant'
import type { OfficialActor, Resource } from './standing'

/**
 * What grants say, read one after another, spelled out, sharing nothing with the decision: for tests, and to measure against.
 */

const access: readonly FieldAccess[] = ['none', 'masked', 'full']

function speaks(grant: Grant, actor: OfficialActor, action: Action, resource: Resource, at: string): boolean {
  if (!grant.actions.includes(action)) return false
  if (grant.from !== undefined && at < grant.from) return false
  if (grant.to !== undefined && at >= grant.to) return false
  const { kinds, applications, owners, tags } = grant.resource
  if (kinds && !kinds.includes(resource.kind)) return false
  if (applications && !applications.includes(resource.application ?? '-')) return false
  if (owners && !owners.some((one) => resource.owners?.includes(one))) return false
  if (tags && !tags.some((one) => resource.tags?.includes(one))) return false
  return actor.posts.some((post) => {
    const { subject, territory } = grant
    if (subject.roles && !subject.roles.some((one) => post.roles.includes(one))) return false
    if (subject.tags && !subject.tags.some((one) => post.tags.includes(one))) return false
    if (subject.ranks && !subject.ranks.includes(post.rank)) return false
    if (subject.organisations && !subject.organisations.some((one) => post.organisations.includes(one))) return false
    if (subject.posts && !subject.posts.includes(post.id)) return false
    if (territory === 'all') return true
    const places = territory === 'own' ? post.territory : territory.given
    return places.some((place) => resource.lineage.includes(place))
  })
}

export interface Said {
  readonly allow: boolean
  /** The ids of the allowing grants, or of the forbidding ones. */
  readonly because: readonly string[]
  /** @returns how much of an attribute of a sensitivity is shown */
  shows(attribute: string, sensitivity: Sensitivity): FieldAccess
}

export function readGrants(
  grants: readonly Grant[],
  actor: OfficialActor,
  action: Action,
  resource: Resource,
  at: string,
): Said {
  const speaking = grants.filter((grant) => speaks(grant, actor, action, resource, at))
  const isNarrow = ({ resource: about }: Grant) => about.attributes !== undefined || about.sensitivities !== undefined
  const forbids = speaking.filter((grant) => grant.effect === 'forbid' && !isNarrow(grant))
  const allows = speaking.filter((grant) => grant.effect === 'allow')
  const hides = speaking.filter((grant) => grant.effect === 'forbid' && isNarrow(grant))
  const isAbout = ({ resource: about }: Grant, attribute: string, sensitivity: Sensitivity) =>
    (about.attributes?.includes(attribute) ?? true) && (about.sensitivities?.includes(sensitivity) ?? true)
  return {
    allow: forbids.length === 0 && allows.length > 0,
    because: (forbids.length > 0 ? forbids : allows).map(({ id }) => id),
    shows(attribute, sensitivity) {
      if (hides.some((grant) => isAbout(grant, attribute, sensitivity))) return 'none'
      const levels = allows
        .filter((grant) => isAbout(grant, attribute, sensitivity))
        .map((grant) => access.indexOf(grant.fields[sensitivity]))
      return access[Math.max(0, ...levels)] ?? 'none'
    },
  }
}
