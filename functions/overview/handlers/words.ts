import { type DigestReply, overviewRoutes as routes, type WordsReply } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { placeFacts } from '../../hierarchy/index'
import { saveDue } from '../../platform/due.store'
import type { Actor, Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { digestDue, nextMorning } from '../digest'
import { readDigest, saveDigest } from '../digest.store'
import { responsibleFor } from '../responsible'
import { tellOfWords } from '../tell'
import { createWords, latestDigest, markRead, readWords, type Words, wordsTo } from '../words.store'

const nameOf = ({ posts, name }: Official): string => [posts[0]?.title, name].filter(Boolean).join(' ')

export function showWords({ key, kind, from, text, about, at, read }: Words): WordsReply {
  const { request, item } = about ?? {}
  return {
    ...{ key, kind, from, text, at, read },
    ...(about === undefined
      ? {}
      : {
          about: {
            title: about.title,
            place: about.place,
            ...(request === undefined ? {} : { request }),
            ...(item === undefined ? {} : { item }),
          },
        }),
  }
}

export const sendWords = endpoint(routes.sendWords, {
  locate: async ({ body }) => {
    const { lineage } = await placeFacts(body.about.place)
    return { resource: { kind: 'statistics', lineage }, loaded: undefined }
  },
  handle: async ({ params, body, actor, now: at }) => {
    const { place, request, item, title } = body.about
    const people = (await responsibleFor(place, { request, item }))?.people ?? []
    // A word goes to who is responsible there, not to anybody in the city.
    if (!people.some(({ id }) => id === body.to))
      throw new Problem('invalid', { fields: [{ path: 'body.to', message: '这位同事现在不负责这里，没有发出' }] })
    const about = {
      title,
      place,
      ...(request === undefined ? {} : { request }),
      ...(item === undefined ? {} : { item }),
    }
    const words: Words = {
      ...{ to: body.to, key: params.key, kind: 'words', from: nameOf(actor), text: body.text, about },
      ...{ at, read: false, by: actor.id },
    }
    if (await createWords(words)) await tellOfWords(words)
    return showWords((await readWords(body.to, 'words', params.key)) ?? words)
  },
})

/** @throws Problem `forbidden` for a resident: nobody leads them */
function asOfficial(actor: Actor): Official {
  if (actor.kind !== 'official') throw new Problem('forbidden')
  return actor
}

const shownTo = async (id: string) => ({ items: (await wordsTo(id)).map(showWords) })

export const ownWords = endpoint(routes.ownWords, async ({ actor }) => shownTo(asOfficial(actor).id))

export const markWordsRead = endpoint(routes.readWords, async ({ actor, params }) => {
  const { id } = asOfficial(actor)
  const found = (await readWords(id, 'words', params.key)) ?? (await readWords(id, 'digest', params.key))
  if (found === undefined) throw new Problem('not-found')
  if (!found.read) await markRead(found)
  // The list follows a moment later: what was just read is read in the answer.
  const { items } = await shownTo(id)
  return { items: items.map((one) => (one.key === params.key ? { ...one, read: true } : one)) }
})

async function digestOf(official: string): Promise<DigestReply> {
  const [kept, latest] = await Promise.all([readDigest(official), latestDigest(official)])
  return {
    on: kept?.on === true,
    ...(kept === undefined ? {} : { place: kept.place }),
    ...(latest === undefined ? {} : { latest: showWords(latest) }),
  }
}

export const digest = endpoint(routes.digest, async ({ actor }) => digestOf(actor.id))

export const switchDigest = endpoint(routes.switchDigest, {
  locate: async ({ body }) => {
    const { lineage } = await placeFacts(body.place)
    return { resource: { kind: 'statistics', lineage }, loaded: undefined }
  },
  handle: async ({ body, actor, now: at }) => {
    await saveDigest({ official: actor.id, place: body.place, on: body.on, at })
    if (body.on) await saveDue(nextMorning(at), { slice: 'overview', kind: digestDue, subject: actor.id })
    return digestOf(actor.id)
  },
})
