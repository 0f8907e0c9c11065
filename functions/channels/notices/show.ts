import type { NoticeCardReply, NoticeReply } from '@zmht/shared/contract'
import { sayAudience } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import type { NoticeAction } from '@zmht/shared/rules'
import { findPlace, tailOf } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import { ledgerFacts } from '../../ledgers/index'
import { organisationFacts } from '../../permissions/index'
import type { Official } from '../../platform/endpoint/actor'
import { readJob } from '../../platform/job.store'
import { showJob } from '../../platform/show-job'
import { isAuthor, mayEverywhere } from './access'
import { contentOf, type Deed, type Fence, type Notice } from './domain/notice'
import { approvalFor } from './fence'
import { type NoticeCard, readText } from './notice.store'
import { type Run, runsOf } from './run.store'

/** 「花家地北里等 3 处」 */
export async function whereOf(places: readonly PlaceId[]): Promise<string> {
  const [first] = places
  if (first === undefined) return ''
  const tail = await tailOf(first)
  return places.length === 1 ? tail : `${tail}等 ${places.length} 处`
}

export async function showNoticeCard(card: NoticeCard): Promise<NoticeCardReply> {
  const { id, title, urgency, state, organisationId, places, by, at, publishedAt, revision } = card
  const [organisation, where] = await Promise.all([organisationFacts(organisationId), whereOf(places)])
  return {
    ...{ id, title, urgency, state, by, at, revision, where },
    organisation: { id: organisationId, name: organisation?.name ?? '' },
    ...(publishedAt === undefined ? {} : { publishedAt }),
  }
}

async function placesShown(places: readonly PlaceId[]) {
  const found = await Promise.all(
    places.map(async (id) => {
      const place = await findPlace(id)
      return place === undefined ? [] : [{ id, name: place.name, level: place.level, tail: await tailOf(id) }]
    }),
  )
  return found.flat()
}

/** What a fence asks beyond the places, in words. */
export async function conditionWords({ audience, ledger }: Fence): Promise<string | undefined> {
  const parts = [
    ...(ledger === undefined ? [] : [`“${(await ledgerFacts(ledger))?.name ?? '一本已停用的台账'}”里的居民`]),
    ...(audience === undefined ? [] : [sayAudience(audience, await knowledgeNow())]),
  ]
  return parts.length === 0 ? undefined : parts.join('，')
}

const shownDeed = ({ name, at }: Deed) => ({ by: name, at })

async function showRun({ kind, id, at, by, counts }: Run): Promise<NoticeReply['runs'][number]> {
  if (kind === 'visits') return { kind, at, by, counts: { ...counts }, task: id }
  const job = await readJob(id)
  return { kind, at, by, counts: { ...counts }, ...(job === undefined ? {} : { job: showJob(job) }) }
}

export async function showNotice(notice: Notice, actor: Official, at: Instant): Promise<NoticeReply> {
  const { id, title, urgency, state, organisationId, fence, author, by, publishedAt, revision } = notice
  const [text, card, places, except, condition, mayApprove, runs] = await Promise.all([
    readText(id, revision),
    showNoticeCard({
      ...{ id, title, urgency, state, organisationId, revision },
      places: fence.places,
      by: author,
      at: by.at,
      ...(publishedAt === undefined ? {} : { publishedAt }),
    }),
    placesShown(fence.places),
    placesShown(fence.except),
    conditionWords(fence),
    mayEverywhere(actor, 'notice.approve', notice, at),
    runsOf(id),
  ])
  if (text === undefined) throw new Problem('not-found')
  const isTheirs = isAuthor(actor, notice)
  const approval =
    state === 'awaiting-approval'
      ? notice.awaits
      : state === 'draft' && isTheirs
        ? await approvalFor(notice, actor, at)
        : undefined
  return {
    ...card,
    content: contentOf(notice, text),
    edition: notice.edition,
    places,
    except,
    ...(condition === undefined ? {} : { condition }),
    ...(approval === undefined ? {} : { approval }),
    ...(notice.sentBack === undefined
      ? {}
      : { sentBack: { ...shownDeed(notice.sentBack), reason: notice.sentBack.reason } }),
    ...(notice.approved === undefined ? {} : { approved: shownDeed(notice.approved) }),
    ...(notice.withdrawn === undefined
      ? {}
      : { withdrawn: { ...shownDeed(notice.withdrawn), reason: notice.withdrawn.reason } }),
    corrections: notice.corrections.map((one) => ({ ...shownDeed(one), revision: one.revision, note: one.note })),
    actions: [...actionsFor(notice, { isTheirs, mayApprove, needsApproval: approval !== undefined, at })],
    runs: isTheirs || mayApprove ? await Promise.all(runs.map(showRun)) : [],
  }
}

/** What somebody may do with a notice as it is. */
function actionsFor(
  { state, publishAt }: Notice,
  who: {
    readonly isTheirs: boolean
    readonly mayApprove: boolean
    readonly needsApproval: boolean
    readonly at: Instant
  },
): readonly NoticeAction[] {
  const { isTheirs, mayApprove, needsApproval, at } = who
  const out: NoticeAction = publishAt !== undefined && publishAt > at ? 'schedule' : 'publish'
  switch (state) {
    case 'draft':
      return isTheirs ? ['revise', needsApproval ? 'submit' : out] : []
    case 'awaiting-approval':
      return [...(mayApprove ? [out, 'send-back' as const] : []), ...(isTheirs ? ['call-off' as const] : [])]
    case 'scheduled':
      return isTheirs ? ['call-off'] : []
    case 'published':
      return isTheirs || mayApprove ? ['correct', 'withdraw'] : []
    case 'expired':
    case 'withdrawn':
      return []
  }
}
