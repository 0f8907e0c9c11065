import { mostContentBytes } from '@zmht/shared/applications'
import { mintJobId, applicationRoutes as routes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { type ApplicationTransition, applicationTransitions } from '@zmht/shared/rules'
import { findPlace } from '../../hierarchy/index'
import { allowed, endpoint } from '../../platform/endpoint/endpoint'
import { startJob } from '../../platform/jobs'
import { joinPosition, splitPosition } from '../../platform/table/page'
import { asKeeper, locateApplication, ownerFor, resourceOf } from '../access'
import { bundlesOf, readBundle, readBundleVersion, saveBundle } from '../bundle.store'
import type { Application } from '../domain/application'
import { digestOf } from '../names'
import { openingJob } from '../opening.job'
import { problemsOf, showApplication, showCard } from '../show'

export const save = endpoint(routes.saveApplication, {
  locate: async ({ params }, actor) => {
    const seen = await readBundle(params.applicationId)
    const owner = seen ?? (await ownerFor(params.applicationId, actor))
    return { resource: await resourceOf(owner), loaded: { seen, owner } }
  },
  handle: async ({ body, actor, now, loaded: { seen, owner } }) => {
    if (seen !== undefined) await asKeeper(actor, seen, now)
    const { edition, content, settings, from } = body
    if (Buffer.byteLength(JSON.stringify(content)) > mostContentBytes)
      throw new Problem('invalid', {
        fields: [{ path: 'body.content', message: '应用太大：请去掉一些组成部分，或者分成两个应用' }],
      })
    const resource = await resourceOf(owner)
    for (const place of settings.reach) {
      const found = await findPlace(place)
      if (found === undefined) throw new Problem('no-such-place')
      await allowed(actor, 'application.write', { ...resource, lineage: found.lineage }, now)
    }
    const isSame = seen !== undefined && digestOf([seen.content, seen.settings]) === digestOf([content, settings])
    // Sent again after no answer came: it is saved already.
    if (isSame && (seen.edition === edition + 1 || seen.edition === edition)) return showApplication(seen, actor)
    if ((seen?.edition ?? 0) !== edition) throw new Problem('changed')
    if (seen?.state === 'opening' || seen?.state === 'retiring') throw new Problem('application-busy')
    const next: Application = {
      state: 'draft',
      made: {},
      ...seen,
      id: owner.id,
      organisationId: owner.organisationId,
      place: owner.place,
      content,
      settings,
      ...(from === undefined ? {} : { from }),
      edition: edition + 1,
      updatedAt: now,
      by: actor.id,
    }
    if (!(await saveBundle(next))) throw new Problem('changed')
    return showApplication(next, actor)
  },
})

export const change = endpoint(routes.changeApplication, {
  locate: locateApplication,
  handle: async ({ body, actor, now, loaded: seen }) => {
    await asKeeper(actor, seen, now)
    const { action, edition, version } = body
    const { from }: ApplicationTransition = applicationTransitions[action]
    // Sent again after no answer came: it is under way already.
    if (seen.job !== undefined && seen.by === actor.id && seen.edition > edition) return showApplication(seen, actor)
    if (!from.includes(seen.state)) throw new Problem('step-not-allowed')
    if (seen.edition !== edition) throw new Problem('changed')
    const former = action === 'roll-back' ? await readBundleVersion(seen.id, version ?? 0) : undefined
    if (action === 'roll-back' && former === undefined) throw new Problem('not-found')
    const { stuck: _stuck, ...rest } = seen
    const next: Application = {
      ...rest,
      ...(former === undefined ? {} : { content: former.content, settings: former.settings }),
      state: action === 'retire' ? 'retiring' : 'opening',
      // What its keepers made of the parts since is told anew.
      ...(former === undefined ? {} : { made: untold(seen) }),
      job: mintJobId(),
      edition: edition + 1,
      updatedAt: now,
      by: actor.id,
    }
    if (action !== 'retire') {
      const problems = await problemsOf(next)
      if (problems.length > 0)
        throw new Problem('application-broken', {
          fields: problems.map(({ part, wire, message }) => ({ path: part ?? wire ?? 'settings', message })),
        })
    }
    if (!(await saveBundle(next))) throw new Problem('changed')
    await startJob({
      id: next.job ?? '',
      kind: openingJob,
      input: { application: next.id, ...(action === 'keep' ? { keep: 'yes' } : {}) },
      by: actor.id,
      message: action === 'retire' ? '正在停用' : '正在开通',
    })
    return showApplication(next, actor)
  },
})

const untold = ({ made }: Application): Application['made'] =>
  Object.fromEntries(Object.entries(made).map(([key, { id, turn }]) => [key, { id, turn }]))

export const application = endpoint(routes.application, {
  locate: locateApplication,
  handle: async ({ loaded, actor }) => showApplication(loaded, actor),
})

export const version = endpoint(routes.applicationVersion, {
  locate: locateApplication,
  handle: async ({ loaded, params }) => {
    const found = await readBundleVersion(loaded.id, Number(params.number))
    if (found === undefined) throw new Problem('not-found')
    return { number: found.number, content: found.content }
  },
})

export const list = endpoint(routes.applications, async ({ actor, query }) => {
  const organisations = [...new Set(actor.posts.map((post) => post.organisation))]
  const { part, from } = splitPosition(query.cursor)
  for (let at = part; at < organisations.length; at++) {
    const page = await bundlesOf(organisations[at] ?? '', at === part ? from : undefined)
    const more = at + 1 < organisations.length ? joinPosition(at + 1) : undefined
    const next = page.next === undefined ? more : joinPosition(at, page.next)
    if (page.items.length > 0 || next === undefined)
      return { items: await Promise.all(page.items.map(showCard)), ...(next === undefined ? {} : { next }) }
  }
  return { items: [] }
})
