import Taro, { useDidShow } from '@tarojs/taro'
import { contract, type ItemReply, mintStepKey } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { compareVersions } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { fileKindNames, unfinished } from '@zmht/shared/rules'
import {
  announcementOf,
  createStore,
  type Files,
  nowInstant,
  type PlaceSource,
  placeTaken,
  postFile,
  type Store,
  unsentFiles,
  useStore,
} from '@zmht/shared/ui'
import { useEffect, useMemo, useState } from 'react'
import { api, places } from '@/lib/api'
import { refreshKnowledge } from '@/lib/knowledge'
import { type Drafts, draftsOf } from '@/lib/offline/drafts'
import { bytesOfPicked, openFilesOf } from '@/lib/offline/file-bytes'
import { filesHere, type KeptFile } from '@/lib/offline/files'
import { keepApplication } from '@/lib/offline/keep-application'
import { onWiped, setMarks } from '@/lib/offline/marks'
import { alone, isOnline, onNetworkChange } from '@/lib/offline/network'
import { openVault } from '@/lib/offline/open-vault'
import { createOutbox, filesIn, type Outbox } from '@/lib/offline/outbox'
import { type Pack, packsOf } from '@/lib/offline/packs'
import { createQueue, namedIn, type Queue, type QueueView } from '@/lib/offline/queue'
import { session } from '@/lib/session'
import { type BehalfDraft, behalfDraft } from '../behalf/draft'
import type { Official } from '../session/official'
import { type ItemDraft, itemDraft } from './begin'
import { itemOf, ownTasks } from './resources'
import { takenHereWords, takenWords } from './taken-words'

/** One official's work that needs no network. */
export interface Offline {
  /** False: this device cannot keep anything safely beyond this run of the application. */
  readonly lasting: boolean
  readonly packs: Store<readonly Pack[]>
  readonly item: (itemId: string) => Promise<ItemReply | undefined>
  /** Takes a task along, with the dictionaries and the names of places its items speak of. @throws Problem, or Error where no answer came */
  readonly take: (taskId: string, place: PlaceId | undefined, onProgress: (items: number) => void) => Promise<void>
  readonly leave: (taskId: string) => Promise<void>
  readonly drafts: Drafts<ItemDraft>
  readonly queue: Queue
  /** Requests entered for somebody: half done, and on their way. */
  readonly behalfDrafts: Drafts<BehalfDraft>
  readonly outbox: Outbox
  /** A record of this official's own, sealed on this device. */
  readonly keep: (name: string, record: unknown) => Promise<void>
  readonly kept: (name: string) => Promise<unknown>
  /** Where the photos, files and signatures of an item's form go: put away here, then sent; and how many are not put away yet. */
  readonly filesOf: (itemId: string, purpose?: string) => Files
  readonly files: Store<readonly KeptFile[]>
  /** Sends what waits, where there is a network. */
  readonly sync: () => Promise<void>
  readonly online: Store<boolean>
  /** Places whose names are known without a network. */
  readonly places: PlaceSource
}

/** How long after the server could not be reached it is tried again, in milliseconds. */
const pause = 30_000

const opened = new Map<string, Promise<Offline>>()
onWiped((owner) => opened.delete(owner))

/** Opens an official's offline work and sends what waits. */
export function offlineOf(owner: string): Promise<Offline> {
  const known = opened.get(owner)
  if (known !== undefined) return known
  const opening = open(owner, () => opened.get(owner) === opening)
  opened.set(owner, opening)
  return opening
}

/** @param isOpen false once the official has signed out */
async function open(owner: string, isOpen: () => boolean): Promise<Offline> {
  // Where drafts lay before they were sealed.
  Taro.removeStorageSync('zmht-gov-items')
  /** Nobody's answers are sent by somebody else who has signed in at this device since. */
  const isOwner = () => {
    const who = session.signedIn()
    return who?.kind === 'official' && who.id === owner
  }
  const vault = await openVault(owner)
  const kept = packsOf(vault, nowInstant)
  const packs = createStore(await kept.all())
  const online = createStore(await isOnline())
  const drafts = await draftsOf(vault, (stored) => itemDraft.safeParse(stored).data)
  const behalfDrafts = await draftsOf(vault, (stored) => behalfDraft.safeParse(stored).data)
  const openFiles = await openFilesOf(owner)
  const here = await filesHere({
    vault,
    now: nowInstant,
    send: async ({ id, ...file }, bytes) => {
      if (!isOwner()) throw new Problem('unauthenticated')
      const { name = '', type } = file
      const picked = { name, path: await openFiles.pathOf(id, type, bytes), bytes: bytes.length, mediaType: type }
      const { data: body } = contract.channels.newFile.body.safeParse({ id, ...file })
      // Put away by an edition of the application that took more.
      if (body === undefined) throw new Problem('invalid')
      const status = await postFile(await api.channels.newFile({ body }), picked, () => {})
      return status >= 200 && status < 300
    },
  })
  const reread = async () => packs.set(await kept.all())
  const queue = createQueue({
    vault,
    send: async ({ item, key, answers, base, formVersion }) => {
      if (!isOwner()) throw new Problem('unauthenticated')
      return api.tasks.answerItem({ params: { itemId: item, key }, body: { answers, base, formVersion } })
    },
    files: {
      has: (id) => here.of(id) !== undefined,
      send: here.send,
      release: async (ids, item) => {
        const named = namedInDraft(drafts.of(item))
        const free = ids.filter((id) => !named.has(id))
        await here.remove(free)
        free.forEach(openFiles.close)
      },
    },
    alone: (work) => alone(`zmht-unsent-${owner}`, work),
    mintKey: mintStepKey,
    now: nowInstant,
    onTaken: (reply) => {
      itemOf.put(reply.id, reply)
      ownTasks.outdate()
      void kept.note(reply).then(reread)
    },
  })
  await queue.load()
  const outbox = createOutbox({
    vault,
    send: async ({ id, channelId, body }) => {
      if (!isOwner()) throw new Problem('unauthenticated')
      await api.channels.submitOnBehalf({ params: { channelId, requestId: id }, body })
    },
    files: {
      has: (id) => here.of(id) !== undefined,
      send: here.send,
      release: async (ids) => {
        await here.remove(ids)
        ids.forEach(openFiles.close)
      },
    },
    alone: (work) => alone(`zmht-entered-${owner}`, work),
  })
  await outbox.load()
  await here.tidy(
    new Set([
      ...queue.view.get().entries.flatMap(({ files = [] }) => files),
      ...drafts.all().flatMap((draft) => [...namedInDraft(draft)]),
      ...outbox.view.get().flatMap(({ body }) => filesIn(body)),
      ...behalfDrafts.all().flatMap(filesIn),
    ]),
  )
  const known = await placeNames(vault)

  const tell = () => {
    if (!isOpen()) return
    const { entries } = queue.view.get()
    const gone = new Set(entries.map(({ item }) => item))
    const entered = outbox.view.get()
    const all = [...entries, ...entered]
    setMarks(owner, {
      unsent: all.length,
      waiting: all.filter(({ state }) => state.is !== 'waiting').length,
      packs: packs.get().map(({ task, place, cards }) => ({
        task: task.id,
        title: task.title,
        ...(place === undefined ? {} : { place }),
        items: cards.length,
        left: cards.filter(({ id, state }) => unfinished.includes(state) && !gone.has(id)).length,
      })),
    })
  }
  packs.subscribe(tell)
  queue.view.subscribe(tell)
  outbox.view.subscribe(tell)
  tell()

  let again: ReturnType<typeof setTimeout> | undefined
  const sync = async (): Promise<void> => {
    if (!isOpen() || !isOwner()) return
    online.set(await isOnline())
    const waits = [...queue.view.get().entries, ...outbox.view.get()].some(({ state }) => state.is === 'waiting')
    if (!online.get() || !waits) return
    const end = await queue.sync()
    const isThrough = await outbox.sync()
    clearTimeout(again)
    if (end === 'busy' || end === 'no-network' || !isThrough) again = setTimeout(() => void sync(), pause)
  }
  const { report, useUnsent: useFilesOnTheirWay } = unsentFiles()
  const filesOf = (itemId: string, purpose?: string): Files => ({
    report,
    useUnsent: useFilesOnTheirWay,
    stamp: async (photo) => {
      const point = await placeTaken()
      if (photo.taken === undefined || point === undefined) return photo
      return { ...photo, taken: { ...photo.taken, point } }
    },
    upload: async (file, kind) => {
      const bytes = await bytesOfPicked(file)
      const announced = announcementOf(file, kind, bytes.length)
      await here.keep(announced, bytes)
      // Sent at once where there is a network, so that handing in has less to wait for; the queue sees to the rest.
      if (online.get() && isOpen()) void here.send(announced.id).catch(() => undefined)
      return announced.id
    },
    open: async (id) => {
      const file = here.of(id)
      const bytes = file === undefined ? undefined : await here.bytes(id)
      if (file !== undefined && bytes !== undefined) {
        const url = await openFiles.pathOf(id, file.type, bytes)
        const note = takenHereWords(file, nowInstant())
        return { url, name: file.name ?? fileKindNames[file.kind], mediaType: file.type, note }
      }
      const query = purpose === undefined ? {} : { purpose }
      const { url, name, type, taken } = await api.tasks.itemFile({ params: { itemId, fileId: id }, query })
      const note = taken === undefined ? {} : { note: takenWords(taken, nowInstant()) }
      return { url, name, mediaType: type, ...note }
    },
  })
  onNetworkChange(() => void sync())
  void sync()

  return {
    lasting: vault.lasting,
    packs,
    online,
    drafts,
    queue,
    behalfDrafts,
    outbox,
    keep: (name, record) => vault.write(`kept.${name}`, record),
    kept: (name) => vault.read(`kept.${name}`),
    filesOf,
    files: here.view,
    sync,
    item: kept.item,
    take: async (taskId, place, onProgress) => {
      const pack = await kept.take(
        taskId,
        place,
        async (cursor) => {
          const page = await api.tasks.pack({
            params: { taskId },
            query: { ...(place === undefined ? {} : { place }), ...(cursor === undefined ? {} : { cursor }) },
          })
          await known.learn(page)
          return page
        },
        onProgress,
      )
      await keepApplication()
      const knowledge = await refreshKnowledge()
      // A form is never newer than what is in force; an old dictionary here means that it could not be fetched.
      if (compareVersions(knowledge.version, pack.form.knowledge) < 0) throw new Problem('unavailable')
      await reread()
    },
    leave: async (taskId) => {
      await kept.forget(taskId)
      await reread()
    },
    places: { ...places, describe: known.describe },
  }
}

/** The names of places that items taken along speak of. */
async function placeNames(vault: Parameters<typeof packsOf>[0]) {
  type Described = NonNullable<Awaited<ReturnType<PlaceSource['describe']>>>
  const name = 'places'
  // Written by this very function; a place that no longer fits is only a name that is asked for again.
  const known = new Map(Object.entries(((await vault.read(name)) ?? {}) as Record<string, Described>))
  const describe: PlaceSource['describe'] = async (id) => {
    try {
      return (await places.describe(id)) ?? known.get(id)
    } catch (error) {
      const kept = known.get(id)
      if (kept === undefined) throw error
      return kept
    }
  }
  return {
    describe,
    learn: async ({
      form,
      items,
    }: Pick<ItemReply, 'form'> & { readonly items: readonly Pick<ItemReply, 'prefill'>[] }) => {
      const controls = new Set(form.controls.filter(({ kind }) => kind === 'place').map(({ id }) => id))
      const ids = new Set(
        items.flatMap(({ prefill }) =>
          Object.values(prefill).flatMap((all) =>
            all.flatMap(({ values }) =>
              Object.entries(values).flatMap(([control, { value, masked }]) =>
                controls.has(control) && masked !== true && typeof value === 'string' ? [value] : [],
              ),
            ),
          ),
        ),
      )
      const fresh = [...ids].filter((id) => !known.has(id))
      if (fresh.length === 0) return
      for (const id of fresh) {
        const place = await places.describe(id)
        if (place !== undefined) known.set(id, place)
      }
      await vault.write(name, Object.fromEntries(known))
    },
  }
}

const namedInDraft = (draft: ItemDraft | undefined): ReadonlySet<string> =>
  draft === undefined ? new Set() : namedIn(draft.answers)

/** The official's own offline work, once it is open; sends what waits whenever a page that uses it is shown. */
export function useOffline(me: Official): Offline | undefined {
  const [offline, setOffline] = useState<Offline>()
  useEffect(() => {
    let here = true
    void offlineOf(me.id).then((one) => {
      if (here) setOffline(one)
      void one.sync()
    })
    return () => {
      here = false
    }
  }, [me.id])
  useDidShow(() => void offline?.sync())
  return offline
}

/** @returns an item as it was taken along; nothing while it is not known whether it was */
export function useKeptItem(offline: Offline | undefined, itemId: string): ItemReply | undefined {
  const [kept, setKept] = useState<ItemReply>()
  useEffect(() => {
    let here = true
    void offline?.item(itemId).then((item) => here && setKept(item))
    return () => {
      here = false
    }
  }, [offline, itemId])
  return kept
}

const nothing = createStore<QueueView>({ entries: [] })

/** What has not been sent, as it changes. */
export const useUnsent = (offline: Offline | undefined): QueueView => useStore(offline?.queue.view ?? nothing)

const noPacks = createStore<readonly Pack[]>([])

export function useKeptPack(offline: Offline | undefined, taskId: string): Pack | undefined {
  const packs = useStore(offline?.packs ?? noPacks)
  return useMemo(() => packs.find(({ task }) => task.id === taskId), [packs, taskId])
}

const connected = createStore(true)
export const useOnline = (offline: Offline | undefined): boolean => useStore(offline?.online ?? connected)

/** @returns whether a failure means that no answer came, and not that the server said no */
export const isUnreached = (error: unknown): boolean =>
  error !== undefined && (!(error instanceof Problem) || error.kind === 'unavailable')
