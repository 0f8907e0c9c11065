import { knowledgeRoutes, type ProposalReply } from '@zmht/shared/contract'
import { type Change, changeProblems, type Release, versionAfter, withRelease } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { organisationFacts } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { startJob } from '../../platform/jobs'
import { showJob } from '../../platform/show-job'
import { review as decideOn, newProposal, published, rewrite } from '../domain/proposal'
import { effectsOf } from '../effects'
import { factsJob } from '../facts.job'
import { forgetKnowledge, knowledgeNow } from '../index'
import { type Proposal, proposalPart, proposalsIn, readProposal, saveProposal } from '../proposal.store'
import { readHead, readRelease, saveRelease } from '../release.store'
import { namingFor } from './releases'

const routes = knowledgeRoutes

async function show(proposal: Proposal, viewer: Official, at: string): Promise<ProposalReply> {
  const { id, title, state, author, changes, reason, steps, version, revision } = proposal
  return {
    id,
    title,
    state,
    by: { ...author },
    at: proposal.at,
    changes: changes.length,
    revision,
    reason,
    content: [...changes],
    effects: await effectsOf(await knowledgeNow(), changes, namingFor(viewer, at)),
    steps: steps.map((step) => ({ ...step })),
    ...(version === undefined ? {} : { version }),
  }
}

async function the(id: string): Promise<Proposal> {
  const found = await readProposal(id)
  if (found === undefined) throw new Problem('not-found')
  return found
}

/** Kept only when it holds together with what is in force. */
async function sound(changes: readonly Change[]): Promise<void> {
  const problems = changeProblems(await knowledgeNow(), changes)
  if (problems.length > 0) {
    throw new Problem('revision-broken', {
      fields: problems.map(({ at, message }) => ({ path: `body.changes.${at}`, message })),
    })
  }
}

export const proposals = endpoint(routes.proposals, async ({ query }) => {
  const { items, next } = await proposalsIn(query.state, query.cursor)
  return { items: items.map((one) => ({ ...one, by: { ...one.by } })), ...(next === undefined ? {} : { next }) }
})

export const proposal = endpoint(routes.proposal, async ({ params, actor, now }) =>
  show(await the(params.proposalId), actor, now),
)

export const propose = endpoint(routes.propose, async ({ params, body, actor, now }) => {
  await sound(body.changes)
  const held = await readProposal(params.proposalId)
  if (held !== undefined && isSame(held, body)) return show(held, actor, now)
  const organisation = await organisationFacts(actor.posts[0]?.organisation ?? '')
  const author = { id: actor.id, name: actor.name, organisation: organisation?.name ?? '' }
  const next = held === undefined ? newProposal(params.proposalId, body, author, now) : rewrite(held, body, actor, now)
  if (!(await saveProposal(next))) throw new Problem('changed')
  return show(next, actor, now)
})

const isSame = (held: Proposal, body: { title: string; reason: string; changes: readonly Change[] }): boolean =>
  held.title === body.title &&
  held.reason === body.reason &&
  JSON.stringify(held.changes) === JSON.stringify(body.changes)

export const check = endpoint(routes.check, async ({ body, actor, now }) =>
  effectsOf(await knowledgeNow(), body.changes, namingFor(actor, now)),
)

export const review = endpoint(routes.review, async ({ params, body, actor, now }) => {
  const held = await the(params.proposalId)
  if (held.steps.some(({ key }) => key === body.key)) return show(held, actor, now)
  if (body.accept) await sound(held.changes)
  const next = decideOn(held, body, actor, now)
  if (!(await saveProposal(next))) throw new Problem('changed')
  return show(next, actor, now)
})

export const countFacts = endpoint(routes.countFacts, async ({ params, actor }) =>
  showJob(await startJob({ id: params.jobId, kind: factsJob, input: {}, by: actor.id, message: '正在清点' })),
)

/** Publishes several accepted revisions as one version: the release, the head and the proposals in one transaction. */
export const publish = endpoint(routes.publish, async ({ body, actor, now }) => {
  const head = await readHead(true)
  const knowledge = await knowledgeNow()
  const chosen = await Promise.all([...new Set(body.proposals)].map(the))
  const again = await alreadyPublished(chosen, body.proposals.length)
  if (again) return again
  if (body.version !== (head?.version ?? knowledge.version)) throw new Problem('changed')
  const changes = chosen.flatMap((one) => one.changes)
  await sound(changes)
  const version = versionAfter(knowledge, changes)
  const release: Release = {
    version,
    previous: knowledge.version,
    at: now,
    by: actor.name,
    summary: body.summary,
    changes,
  }
  withRelease(knowledge, release)
  const after = {
    version,
    releases: [...(head?.releases ?? []), version],
    edition: (head?.edition ?? 0) + 1,
  }
  const parts = chosen.map((one) => proposalPart(published(one, version, actor, now)))
  if (!(await saveRelease(release, after, actor.id, parts))) throw new Problem('changed')
  forgetKnowledge()
  return { ...release, changes: [...release.changes] }
})

/** Sent again after no answer came: the release that brought exactly these. */
async function alreadyPublished(chosen: readonly Proposal[], count: number) {
  const versions = new Set(chosen.map(({ version }) => version))
  const [version] = versions
  if (versions.size !== 1 || version === undefined || chosen.length !== count) return undefined
  const found = await readRelease(version)
  return found && { ...found, changes: [...found.changes] }
}
