import { type BehalfBody, contract } from '@zmht/shared/contract'
import * as z from '@zmht/shared/contract/z'
import { Problem } from '@zmht/shared/problems'
import { createStore, type Store } from '@zmht/shared/ui/hooks/store'
import { FileLost } from './files'
import type { Vault } from './vault'

/** A request entered for somebody, which the server has not taken yet. */
export interface Entered {
  /** The request's id: sent again under the same, it is the same request. */
  readonly id: string
  readonly channelId: string
  readonly title: string
  /** For whom, as it is shown in the list of what was not sent. */
  readonly name: string
  readonly place: string
  readonly at: string
  readonly body: BehalfBody
  readonly state:
    | { readonly is: 'waiting' }
    | { readonly is: 'refused'; readonly title: string; readonly detail: string }
}

const text = z.string()
const entered: z.ZodMiniType<Entered, unknown> = z.strictObject({
  id: text,
  channelId: text,
  title: text,
  name: text,
  place: text,
  at: text,
  body: contract.channels.submitOnBehalf.body,
  state: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('waiting') }),
    z.strictObject({ is: z.literal('refused'), title: text, detail: text }),
  ]),
})

export interface OutboxParts {
  readonly vault: Pick<Vault, 'names' | 'read' | 'write' | 'remove'>
  /** @throws Problem what the server says; anything else: no answer came */
  readonly send: (entry: Entered) => Promise<void>
  readonly files: {
    readonly has: (id: string) => boolean
    /** @throws FileLost, Problem; anything else: no answer came */
    readonly send: (id: string) => Promise<void>
    readonly release: (ids: readonly string[]) => Promise<void>
  }
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
}

export interface Outbox {
  readonly view: Store<readonly Entered[]>
  readonly load: () => Promise<void>
  /** When this is done it is kept, whatever happens next. */
  readonly add: (entry: Omit<Entered, 'state'>) => Promise<void>
  /** Sends what waits. @returns false where it makes no sense to go on now */
  readonly sync: () => Promise<boolean>
  readonly again: (id: string) => Promise<void>
  readonly drop: (id: string) => Promise<void>
}

const prefix = 'entered.'

/** Every file an entry names that may lie on this device. */
export function filesIn({
  answers,
  files = [],
}: Pick<BehalfBody, 'answers'> & { readonly files?: readonly string[] }): readonly string[] {
  const values = Object.values(answers).flatMap((all) => all.flatMap((one) => Object.values(one.values)))
  return [...files, ...values.flatMap((value) => (typeof value === 'object' ? value : [String(value)]))]
}

/** Requests on their way to the server, each kept before it is sent and taken out when the server has it. */
export function createOutbox({ vault, send, files, alone }: OutboxParts): Outbox {
  const view = createStore<readonly Entered[]>([])
  const show = (entries: readonly Entered[]) =>
    view.set([...entries].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)))
  const put = async (entry: Entered): Promise<void> => {
    await vault.write(`${prefix}${entry.id}`, entry)
    show([...view.get().filter(({ id }) => id !== entry.id), entry])
  }
  const drop = async (id: string): Promise<void> => {
    const gone = view.get().find((one) => one.id === id)
    await vault.remove([`${prefix}${id}`])
    show(view.get().filter((one) => one.id !== id))
    if (gone !== undefined) await files.release(filesIn(gone.body).filter(files.has))
  }
  const load = async (): Promise<void> => {
    const read: Entered[] = []
    for (const name of await vault.names(prefix)) {
      const { data } = entered.safeParse(await vault.read(name))
      if (data !== undefined) read.push(data)
    }
    show(read)
  }
  const sendAll = async (): Promise<boolean> => {
    // Another tab may have sent some meanwhile.
    await load()
    for (const entry of view.get().filter(({ state }) => state.is === 'waiting')) {
      try {
        // Never a request without what it names.
        for (const file of filesIn(entry.body)) if (files.has(file)) await files.send(file)
        await send(entry)
        await drop(entry.id)
      } catch (error) {
        const refusal = refusalOf(error)
        if (refusal === undefined) return false
        await put({ ...entry, state: { is: 'refused', ...refusal } })
      }
    }
    return true
  }
  let running: Promise<boolean> | undefined
  return {
    view,
    load,
    drop,
    add: (entry) => put({ ...entry, state: { is: 'waiting' } }),
    again: async (id) => {
      const entry = view.get().find((one) => one.id === id)
      if (entry?.state.is === 'refused') await put({ ...entry, state: { is: 'waiting' } })
    },
    sync: () => {
      running ??= alone(sendAll).finally(() => {
        running = undefined
      })
      return running
    },
  }
}

/** Why it will not be taken as it is; nothing where it may be taken another time. */
function refusalOf(error: unknown): { readonly title: string; readonly detail: string } | undefined {
  if (error instanceof FileLost)
    return { title: '有照片或文件打不开了', detail: '请打开再改，移除打不开的，重新添加后提交。其他填的都还在。' }
  if (!(error instanceof Problem)) return undefined
  if (error.kind === 'unauthenticated' || error.kind === 'unavailable' || error.kind === 'too-many') return undefined
  const { title, detail, fields = [] } = error.document
  return { title, detail: fields.length === 0 ? detail : fields.map(({ message }) => message).join('；') }
}
