import { permissionRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { placeFacts } from '../../hierarchy/index'
import { verifyJob } from '../../platform/audit.seal'
import { auditOfActor, linkedService, looksAt, readSeal, readSeals } from '../../platform/audit.store'
import { endpoint } from '../../platform/endpoint/endpoint'
import { startJob } from '../../platform/jobs'
import { colleague } from '../colleagues'
import { readOrganisation } from '../organisation.store'
import { personnelOfOfficial } from '../personnel.store'
import { everybody } from '../roster'

const routes = permissionRoutes

/** The officials are named as they are today; one who has left keeps the name, without a place of work. */
export const looks = endpoint(routes.looks, async ({ actor, query }) => {
  const { items, next } = await looksAt(actor.person, query.cursor)
  return {
    items: await Promise.all(
      items.map(async ({ id, at, actor: official, purpose = '', attributes = [] }) => ({
        id,
        at,
        ...(await whoLooked(official)),
        purpose,
        attributes: [...attributes],
      })),
    ),
    ...(next === undefined ? {} : { next }),
  }
})

async function whoLooked(official: string): Promise<{ name: string; title: string }> {
  if (official.startsWith(linkedService)) return { name: official.slice(linkedService.length), title: '您同意带过去的' }
  const found = await colleague(official)
  const organisation = found?.organisation === undefined ? undefined : await readOrganisation(found.organisation)
  return {
    name: found?.name ?? '工作人员',
    title: organisation === undefined ? '' : `${organisation.name} ${found?.title ?? ''}`,
  }
}

export const auditOfOfficial = endpoint(routes.auditOfOfficial, {
  locate: async ({ params }) => {
    const last = await lastAt(params.officialId)
    const organisation = last === undefined ? undefined : await readOrganisation(last)
    const place = organisation?.manages[0] ?? organisation?.place
    if (place === undefined) throw new Problem('not-found')
    return { resource: { kind: 'audit', lineage: (await placeFacts(place)).lineage }, loaded: undefined }
  },
  handle: async ({ params, query }) => {
    const { items, next } = await auditOfActor(params.officialId, query.cursor)
    return {
      items: items.map(({ actor: _actor, attributes = [], ...entry }) => ({ ...entry, attributes: [...attributes] })),
      ...(next === undefined ? {} : { next }),
    }
  },
})

/** Where an official is on a post, or was before they left: what they did stays to be looked into. */
async function lastAt(official: string): Promise<string | undefined> {
  const { people } = await everybody()
  const post = people.find(({ person }) => person.id === official)?.posts[0]
  if (post !== undefined) return post.organisation
  return (await personnelOfOfficial(official)).flatMap(({ organisations }) => organisations)[0]
}

export const auditSeals = endpoint(routes.auditSeals, async ({ query }) => {
  const { items, next } = await readSeals(query.cursor)
  return {
    items: items.map(({ day, count, digest, chain, sealedAt }) => ({ day, count, digest, chain, sealedAt })),
    ...(next === undefined ? {} : { next }),
  }
})

export const verifyAudit = endpoint(routes.verifyAudit, async ({ params, actor }) => {
  const { day, jobId } = params
  if ((await readSeal(day)) === undefined) throw new Problem('not-found')
  const job = await startJob({ id: jobId, kind: verifyJob, input: { day }, by: actor.id, message: '' })
  if (job.kind !== verifyJob || job.input.day !== day) throw new Problem('key-reused')
  const { id, state, message, problems = [] } = job
  return { id, state, message, ...(state === 'done' ? { whole: problems.length === 0 } : {}) }
})
