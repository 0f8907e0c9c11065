import { createHash } from 'node:crypto'
import { type MessageReply, channelRoutes as routes } from '@zmht/shared/contract'
import { entityId, type Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { fillPlaceholders } from '@zmht/shared/rules'
import { placeFacts, tailOf } from '../../../hierarchy/index'
import { base32 } from '../../../platform/cipher'
import type { Resident } from '../../../platform/endpoint/actor'
import { endpoint } from '../../../platform/endpoint/endpoint'
import { partitionsOf } from '../../domain/reach'
import { seenByOthers } from '../../picture-check/standing'
import { takeAnswers } from '../domain/answer'
import type { Notice, NoticeText } from '../domain/notice'
import { communityOf } from '../fence'
import { fileOfNotice } from '../files'
import { type Concerned, concernedBy, noticesFor, receiversOf, showCard } from '../messages'
import { noticeNow, publishedText } from '../notice.store'
import { readNews } from '../offer.store'
import { createReceipt, type Receipt, readReceipt, readReceipts, saidIn, saveReceipt, sealSaid } from '../receipt.store'
import { whereOf } from '../show'

export const list = endpoint(routes.messages, async ({ actor, now }) => {
  const items = await noticesFor(actor, now)
  return { unread: items.filter(({ read, withdrawn }) => !read && withdrawn === undefined).length, items: [...items] }
})

/** A notice with those of the resident's whom it concerns. */
interface Found {
  readonly notice: Notice
  readonly text: NoticeText
  readonly concerned: readonly Concerned[]
}

/** @throws Problem `not-found` for a notice that is not out, or concerns neither the resident nor a ward of theirs */
async function found(noticeId: string, actor: Resident, at: Instant): Promise<Found> {
  const notice = await noticeNow(noticeId)
  if (notice === undefined || notice.publishedAt === undefined) throw new Problem('not-found')
  const concerned = await concernedBy(await receiversOf(actor), actor, notice.fence, at)
  const text = concerned.length === 0 ? undefined : await publishedText(noticeId, notice.revision)
  if (text === undefined) throw new Problem('not-found')
  return { notice, text, concerned }
}

const isOpen = ({ state, expires }: Notice, at: Instant): boolean => state === 'published' && expires > at

async function freshReceipt(
  { receiver, home }: Concerned,
  { id: noticeId, revision }: Notice,
  account: string,
  at: Instant,
): Promise<Receipt> {
  return {
    receiver: receiver.person,
    noticeId,
    community: (await communityOf(home.place)) ?? home.place,
    path: home.path,
    account,
    readAt: at,
    revision,
    version: 1,
  }
}

/** Reading it is its receipt, for everybody it concerns whom the resident receives for. What is over is shown to those who had read it, and writes nothing. */
async function receiptsFor({ notice, concerned }: Found, actor: Resident, at: Instant): Promise<readonly Receipt[]> {
  const held = await readReceipts(concerned.map(({ receiver }) => ({ receiver: receiver.person, noticeId: notice.id })))
  const all = await Promise.all(
    concerned.map(async (one) => {
      const receipt = held.of(one.receiver.person, notice.id)
      // Opened again it costs a read: a write that is refused is paid for all the same.
      const isKept = receipt !== undefined && receipt.revision >= notice.revision
      return isKept || !isOpen(notice, at) ? receipt : createReceipt(await freshReceipt(one, notice, actor.id, at))
    }),
  )
  const kept = all.filter((one) => one !== undefined)
  if (kept.length === 0) throw new Problem('not-found')
  return kept
}

/** A picture in which WeChat found something is left out. */
async function filesSeen(files: NoticeText['files']): Promise<NoticeText['files']> {
  const seen = await seenByOthers(
    files.map(({ id }) => id),
    '',
  )
  return files.filter(({ id }) => seen.has(id))
}

async function show({ notice, text, concerned }: Found, receipts: readonly Receipt[]): Promise<MessageReply> {
  const { id, title, urgency, organisationId, revision, expires, asks, corrections, publishedAt, withdrawn } = notice
  const card = await showCard(
    {
      ...{ id, title, urgency, organisationId, revision, expires, asks },
      told: corrections[0]?.at ?? publishedAt ?? notice.by.at,
      ...(withdrawn === undefined ? {} : { withdrawn: withdrawn.reason }),
    },
    concerned,
    (person) => receipts.find(({ receiver }) => receiver === person),
  )
  const [first] = concerned
  const known = first === undefined ? {} : { 姓名: first.receiver.name, 住址: await tailOf(first.home.place) }
  const answers = await Promise.all(receipts.map(async (receipt) => [receipt.receiver, await saidIn(receipt)] as const))
  const isGone = withdrawn !== undefined
  const before = isGone || revision === 1 ? undefined : await publishedText(id, revision - 1)
  return {
    ...card,
    where: await whereOf(notice.fence.places),
    title: fillPlaceholders(text.title, known),
    // What was taken back is not told once more.
    text: isGone ? '' : fillPlaceholders(text.text, known),
    files: isGone ? [] : await filesSeen(text.files),
    questions: isGone ? [] : text.questions,
    answers: Object.fromEntries(
      answers.flatMap(([person, said]) => (said === undefined ? [] : [[person, { ...said }]])),
    ),
    corrections: corrections.map(({ note, at }) => ({ note, at })),
    ...(before === undefined
      ? {}
      : { before: { title: fillPlaceholders(before.title, known), text: fillPlaceholders(before.text, known) } }),
  }
}

export const open = endpoint(routes.openMessage, async ({ params, actor, now }) => {
  const one = await found(params.noticeId, actor, now)
  return show(one, await receiptsFor(one, actor, now))
})

export const answer = endpoint(routes.answerMessage, async ({ params, body, actor, now }) => {
  const one = await found(params.noticeId, actor, now)
  const person = entityId(params.person)
  const concerned = one.concerned.find(({ receiver }) => receiver.person === person)
  if (concerned === undefined) throw new Problem('not-found')
  if (!isOpen(one.notice, now))
    throw new Problem('step-not-allowed', { detail: '这条通知已经结束，不能再回答，您之前的回答都还在。' })
  const { said, chosen } = takeAnswers(one.text.questions, body.answers)
  for (let attempt = 0; attempt < 5; attempt++) {
    const receipt = await createReceipt(await freshReceipt(concerned, one.notice, actor.id, now))
    const answers = await sealSaid(receipt, said)
    const next = { ...receipt, answers, chosen, version: receipt.version + 1 }
    if (await saveReceipt(next)) return show(one, [next, ...(await othersOf(one, concerned))])
  }
  throw new Problem('changed')
})

/** What the others it concerns have read. */
async function othersOf({ notice, concerned }: Found, but: Concerned): Promise<readonly Receipt[]> {
  const all = await Promise.all(
    concerned.filter((one) => one !== but).map(({ receiver }) => readReceipt(receiver.person, notice.id)),
  )
  return all.filter((one) => one !== undefined)
}

export const file = endpoint(routes.messageFile, async ({ params, actor, now }) => {
  const { notice, text } = await found(params.noticeId, actor, now)
  if (!isOpen(notice, now)) throw new Problem('not-found')
  return fileOfNotice(params.noticeId, text.files, params.fileId, actor)
})

/** One mark of all partitions on the way: whatever is published on any of them changes it. It says nothing of what. */
export const news = endpoint(routes.news, async ({ params }) => {
  const { tiers } = await placeFacts(params.placeId)
  const marks = await Promise.all(partitionsOf(tiers).map(readNews))
  return { mark: base32(createHash('sha256').update(marks.join()).digest()).slice(0, 16) }
})
