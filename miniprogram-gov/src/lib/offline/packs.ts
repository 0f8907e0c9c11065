import type { Api, ItemCardReply, ItemReply } from '@zmht/shared/contract'
import { contract } from '@zmht/shared/contract'
import * as z from '@zmht/shared/contract/z'
import type { Vault } from './vault'

type Page = Awaited<ReturnType<Api['tasks']['pack']>>

/** A task as it was taken along: its items by building and door, with all that filling them in needs. */
export interface Pack {
  readonly task: Page['task']
  readonly form: Page['form']
  readonly formVersion: number
  /** The place whose items they are; absent: the official's own. */
  readonly place?: string
  readonly at: string
  /** In the order in which one goes from door to door; a state is what this device knows of it. */
  readonly cards: readonly ItemCardReply[]
  /** The edition of the pages, named anew each time a task is taken along. */
  readonly edition: number
  /** How many items stand on a page. */
  readonly sizes: readonly number[]
}

const pageOf = contract.tasks.pack.reply
const { task: taskShape, form: formShape, items: itemsShape } = pageOf.shape
const head = z.strictObject({
  task: taskShape,
  form: formShape,
  formVersion: z.number(),
  place: z.exactOptional(z.string()),
  at: z.string(),
  cards: contract.tasks.items.reply.shape.items,
  edition: z.number(),
  sizes: z.array(z.number()),
})

export interface Packs {
  /** What was taken along, the latest first. */
  readonly all: () => Promise<readonly Pack[]>
  readonly of: (taskId: string) => Promise<Pack | undefined>
  /**
   * Takes along what is still to be done of a task inside a place; what was taken before is there until all of it has come.
   * @param onProgress told how many have come, after each page
   */
  readonly take: (
    taskId: string,
    place: string | undefined,
    load: (cursor: string | undefined) => Promise<Page>,
    onProgress: (items: number) => void,
  ) => Promise<Pack>
  /** @returns an item as the server would tell it, from what was taken along; nothing for one that was not */
  readonly item: (itemId: string) => Promise<ItemReply | undefined>
  /** An item has moved on: the list shows it as it is now. */
  readonly note: (item: Pick<ItemReply, 'id' | 'taskId' | 'state'>) => Promise<void>
  readonly forget: (taskId: string) => Promise<void>
}

/** @returns items in the order in which one goes from door to door: 2 号楼 before 10 号楼, 101 before 102 */
export function byDoor<T extends { readonly place: string }>(items: readonly T[]): readonly T[] {
  const parts = new Map(items.map((item) => [item, item.place.split(/(\d+)/)]))
  return [...items].sort((one, other) => {
    const [a, b] = [parts.get(one) ?? [], parts.get(other) ?? []]
    for (let at = 0; at < Math.max(a.length, b.length); at++) {
      const [left = '', right = ''] = [a[at], b[at]]
      if (left === right) continue
      // Every other part is a number.
      return at % 2 === 1 && left !== '' && right !== '' ? Number(left) - Number(right) : left < right ? -1 : 1
    }
    return 0
  })
}

const headName = (taskId: string): string => `pack.${taskId}`
const pagesOf = (taskId: string): string => `page.${taskId}.`

export function packsOf(vault: Pick<Vault, 'names' | 'read' | 'write' | 'remove'>, now: () => string): Packs {
  const of = async (taskId: string): Promise<Pack | undefined> =>
    head.safeParse(await vault.read(headName(taskId))).data
  const all = async (): Promise<readonly Pack[]> => {
    const packs = await Promise.all((await vault.names('pack.')).map((name) => of(name.slice('pack.'.length))))
    return packs.filter((pack) => pack !== undefined).sort((a, b) => (a.at < b.at ? 1 : -1))
  }
  const pageName = (taskId: string, edition: number, page: number) => `${pagesOf(taskId)}${edition}.${page}`
  const inPack = async (
    { task, edition, cards, sizes }: Pack,
    itemId: string,
  ): Promise<Page['items'][number] | undefined> => {
    const at = cards.findIndex(({ id }) => id === itemId)
    if (at < 0) return undefined
    let first = 0
    const page = sizes.findIndex((size) => {
      first += size
      return at < first
    })
    const read = itemsShape.safeParse(await vault.read(pageName(task.id, edition, page)))
    return read.data?.find(({ id }) => id === itemId)
  }
  let last: Promise<unknown> = Promise.resolve()
  return {
    all,
    of,
    take: async (taskId, place, load, onProgress) => {
      const former = await of(taskId)
      const edition = (former?.edition ?? 0) + 1
      // Left over from taking along that was broken off.
      await vault.remove(await vault.names(`${pagesOf(taskId)}${edition}.`))
      const cards: ItemCardReply[] = []
      const sizes: number[] = []
      let cursor: string | undefined
      let latest: Page
      do {
        latest = await load(cursor)
        await vault.write(pageName(taskId, edition, sizes.length), latest.items)
        sizes.push(latest.items.length)
        cards.push(
          ...latest.items.map(({ prefill: _prefill, own: _own, revision: _revision, actions: _acts, ...card }) => card),
        )
        onProgress(cards.length)
        cursor = latest.next
      } while (cursor !== undefined)
      const { task, form, formVersion } = latest
      const pack = {
        task,
        form,
        formVersion,
        ...(place === undefined ? {} : { place }),
        at: now(),
        cards,
        edition,
        sizes,
      }
      await vault.write(headName(taskId), pack)
      const stale = (await vault.names(pagesOf(taskId))).filter(
        (name) => !name.startsWith(`${pagesOf(taskId)}${edition}.`),
      )
      await vault.remove(stale)
      return pack
    },
    item: async (itemId) => {
      for (const pack of await all()) {
        const found = await inPack(pack, itemId)
        if (found === undefined) continue
        const { task, form, formVersion } = pack
        const state = pack.cards.find(({ id }) => id === itemId)?.state ?? found.state
        return { ...found, state, task, form, formVersion, besides: [], steps: [] }
      }
      return undefined
    },
    note: ({ id, taskId, state }) => {
      const work = async () => {
        const pack = await of(taskId)
        if (!pack?.cards.some((card) => card.id === id && card.state !== state)) return
        const cards = pack.cards.map((card) => (card.id === id ? { ...card, state } : card))
        await vault.write(headName(taskId), { ...pack, cards })
      }
      // Each reads what the one before has written.
      const turn = last.then(work, work)
      last = turn.catch(() => undefined)
      return turn
    },
    forget: async (taskId) => {
      await vault.remove([headName(taskId), ...(await vault.names(pagesOf(taskId)))])
    },
  }
}
