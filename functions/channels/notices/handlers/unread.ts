import { channelRoutes as routes, type UnreadReply } from '@zmht/shared/contract'
import { lineageOf, type PlaceId, type PlacePath, pathOf } from '@zmht/shared/geo'
import { maskValue } from '@zmht/shared/knowledge'
import { accessTo, decide, type FieldDecision } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { mostVisits } from '@zmht/shared/rules'
import { findPlace, placeFacts, tailOf } from '../../../hierarchy/index'
import { knowledgeNow } from '../../../knowledge/index'
import { nameOfEntity } from '../../../ledgers/index'
import { accountOf, contactOf } from '../../../permissions/index'
import type { Official } from '../../../platform/endpoint/actor'
import { allowed, endpoint } from '../../../platform/endpoint/endpoint'
import { readJob } from '../../../platform/job.store'
import { startJob } from '../../../platform/jobs'
import { showJob } from '../../../platform/show-job'
import { giveVisits } from '../../../tasks/index'
import { asAuthor, deedOf, locateForReader, locateNotice, noticeResource } from '../access'
import type { Notice } from '../domain/notice'
import { readNotice, readText } from '../notice.store'
import { readReceipts } from '../receipt.store'
import { resendJob } from '../resend.job'
import { createRun, type PartKey, readRun, type UnreadRow, unreadParts } from '../run.store'
import { unreadJob } from '../unread.job'

/** @throws Problem `step-not-allowed` for what is not out */
function asOut({ state }: Notice): void {
  if (state !== 'published') throw new Problem('step-not-allowed')
}

export const listUnread = endpoint(routes.listUnread, {
  locate: locateNotice,
  handle: async ({ params, actor, now, loaded: notice }) => {
    await asAuthor(actor, notice, now)
    asOut(notice)
    const run = { noticeId: notice.id, id: params.jobId, kind: 'unread' as const, at: now, by: deedOf(actor, now).name }
    await asRun(run)
    const input = { notice: notice.id }
    const job = await startJob({ id: run.id, kind: unreadJob, input, by: actor.id, message: '正在核对谁还没有读' })
    return showJob(job)
  },
})

/** Takes note of a run; the same again is the same one. @throws Problem `key-reused` for the id of another job, or of another kind of run */
async function asRun(run: Omit<Parameters<typeof createRun>[0], 'counts'>): Promise<void> {
  const held = await readRun(run.noticeId, run.id)
  if (held !== undefined && held.kind !== run.kind) throw new Problem('key-reused')
  // Of another notice, or of something else altogether.
  if (held === undefined && (await readJob(run.id)) !== undefined) throw new Problem('key-reused')
  if (held === undefined) await createRun({ ...run, counts: {} })
}

/** A list of a notice. @throws Problem `not-found` */
async function listOf(noticeId: string, id: string) {
  const run = await readRun(noticeId, id)
  const job = run?.kind === 'unread' ? await readJob(id) : undefined
  if (run === undefined || job === undefined) throw new Problem('not-found')
  return { run, job }
}

/** Parts looked through for a page, and rows after which it ends. */
const [partsOfPage, rowsOfPage] = [10, 20]

export const unread = endpoint(routes.unread, {
  locate: locateForReader,
  handle: async ({ params, query, actor, now, loaded: notice }): Promise<UnreadReply> => {
    const { run, job } = await listOf(notice.id, params.jobId)
    const place = query.place === undefined ? undefined : await placeFacts(query.place)
    const found: { row: UnreadRow; fields: FieldDecision }[] = []
    let after = positionOf(query.cursor)
    let isMore = true
    for (let looked = 0; looked < partsOfPage && isMore && found.length < rowsOfPage; looked++) {
      const [part] = await unreadParts(run.id, beginningOf(place), after, 1)
      isMore = part !== undefined
      if (part === undefined) break
      after = { path: part.path, part: part.part }
      for (const row of part.rows) {
        const fields = await fieldsAt(row, { notice, actor, at: now, within: place?.id })
        if (fields !== undefined) found.push({ row, fields })
      }
    }
    return {
      job: showJob(job),
      counts: { ...run.counts },
      items: await Promise.all(found.map(({ row, fields }) => showRow(row, fields))),
      ...(isMore && after !== undefined ? { next: `${after.part}~${after.path}` } : {}),
    }
  },
})

/** Lists are kept by community: what is below one is looked for among its community's. */
function beginningOf(place: Awaited<ReturnType<typeof placeFacts>> | undefined): PlacePath {
  if (place === undefined) return '' as PlacePath // every path begins with it
  const community = place.tiers.findIndex(({ level }) => level === 'community')
  return community < 0 ? place.path : pathOf(place.lineage.slice(0, community + 1))
}

/** @throws Problem `invalid` for what is no position of a list */
function positionOf(cursor: string | undefined): PartKey | undefined {
  if (cursor === undefined) return undefined
  const match = /^(\d{6})~([0-9a-z/]+)$/.exec(cursor)
  if (match === null)
    throw new Problem('invalid', {
      fields: [{ path: 'query.cursor', message: '翻页位置不正确，请从第一页重新看起' }],
    })
  return { part: match[1] ?? '', path: (match[2] ?? '') as PlacePath } // compared, never followed
}

interface Asking {
  readonly notice: Notice
  readonly actor: Official
  readonly at: string
  readonly within: PlaceId | undefined
}

/** How much an official sees of somebody in a list; undefined where they live outside what is asked about, or what is theirs. */
async function fieldsAt({ h }: UnreadRow, { notice, actor, at, within }: Asking): Promise<FieldDecision | undefined> {
  const last = lineageOf(h).at(-1)
  const lineage = last === undefined ? [] : ((await findPlace(last))?.lineage ?? [])
  if (within !== undefined && !lineage.includes(within)) return undefined
  const decision = decide(actor.policy, actor, 'notice.read', await noticeResource(notice, lineage), at)
  return decision.allow ? decision.fields : undefined
}

async function showRow(
  { p: person, h, a: account }: UnreadRow,
  fields: FieldDecision,
): Promise<UnreadReply['items'][number]> {
  const sees = accessTo(fields, 'person.name', 'personal') === 'full'
  const [name, contact, attribute] = await Promise.all([
    nameOfEntity(person),
    sees ? contactOf(accountOf(person)) : undefined,
    knowledgeNow().then((knowledge) => knowledge.attribute('person.mobile')),
  ])
  const shownAs = attribute === undefined ? 'none' : accessTo(fields, attribute.code, attribute.sensitivity)
  const phone = contact?.phone ?? ''
  const last = lineageOf(h).at(-1)
  const community =
    last === undefined ? undefined : (await findPlace(last))?.tiers.find(({ level }) => level === 'community')
  const place = sees ? last : (community?.id ?? last)
  return {
    person,
    name: sees ? name || contact?.name || '居民' : `${[...name][0] ?? '居民'}**`,
    place: place === undefined ? '' : await tailOf(place),
    account,
    ...(phone === '' || attribute === undefined || shownAs === 'none'
      ? {}
      : { phone: shownAs === 'full' ? phone : maskValue(attribute, phone) }),
  }
}

export const resend = endpoint(routes.resendNotice, {
  locate: locateNotice,
  handle: async ({ params, body, actor, now, loaded: notice }) => {
    await asAuthor(actor, notice, now)
    asOut(notice)
    const { run: list, job: listing } = await listOf(notice.id, body.unread)
    if (listing.state !== 'done')
      throw new Problem('step-not-allowed', { detail: '名单还在核对，核对完才能提醒，没有发送任何消息。' })
    const by = deedOf(actor, now).name
    await asRun({ noticeId: notice.id, id: params.jobId, kind: 'resend', at: now, by })
    const { unread: many = 0, unreached = 0 } = list.counts
    const input = { notice: notice.id, unread: list.id, total: String(many + unreached) }
    return showJob(
      await startJob({ id: params.jobId, kind: resendJob, input, by: actor.id, message: '正在发送微信提醒' }),
    )
  },
})

export const visit = endpoint(routes.visitUnread, {
  locate: async ({ params, body }) => {
    const notice = await readNotice(params.noticeId)
    if (notice === undefined) throw new Problem('not-found')
    const place = await placeFacts(body.place)
    return { resource: { kind: 'task', id: params.taskId, lineage: place.lineage }, loaded: { notice, place } }
  },
  handle: async ({ params, body, actor, now, loaded: { notice, place } }) => {
    await allowed(actor, 'notice.read', await noticeResource(notice, place.lineage), now)
    asOut(notice)
    const { run: list, job } = await listOf(notice.id, body.unread)
    if (job.state !== 'done')
      throw new Problem('step-not-allowed', { detail: '名单还在核对，核对完才能交办，没有下派任何任务。' })
    const people = await stillUnread(notice, list.id, place)
    const text = await readText(notice.id, notice.revision)
    const { given, left } = await giveVisits({
      taskId: params.taskId,
      title: `通知：${notice.title}`.slice(0, 30),
      basis:
        `${body.note === undefined ? '' : `${body.note}\n`}请打电话或上门告知，并记下结果。通知内容：${text?.text ?? ''}`.slice(
          0,
          500,
        ),
      place: place.id,
      due: body.due,
      people,
      actor,
      at: now,
    })
    if (given > 0)
      await createRun({
        noticeId: notice.id,
        id: params.taskId,
        kind: 'visits',
        at: now,
        by: deedOf(actor, now).name,
        counts: { people: given, left },
      })
    return { task: params.taskId, people: given, left }
  },
})

/** Those of a list at a place who have not read it by now. */
async function stillUnread(notice: Notice, run: string, place: Awaited<ReturnType<typeof placeFacts>>) {
  const rows: UnreadRow[] = []
  let after: PartKey | undefined
  // As many again as are given at once: some have read it since.
  while (rows.length < 2 * mostVisits) {
    const parts = await unreadParts(run, beginningOf(place), after, 10)
    const last = parts.at(-1)
    if (last === undefined) break
    after = { path: last.path, part: last.part }
    for (const row of parts.flatMap((part) => part.rows)) {
      const home = lineageOf(row.h).at(-1)
      const lineage = home === undefined ? [] : ((await findPlace(home))?.lineage ?? [])
      if (lineage.includes(place.id)) rows.push(row)
    }
  }
  const receipts = await readReceipts(rows.map(({ p }) => ({ receiver: p, noticeId: notice.id })))
  return rows.flatMap(({ p }) => (receipts.of(p, notice.id) === undefined ? [p] : []))
}
