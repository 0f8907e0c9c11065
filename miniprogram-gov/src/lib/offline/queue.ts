import type { ItemReply } from '@zmht/shared/contract'
import { answers, form } from '@zmht/shared/contract/form'
import * as z from '@zmht/shared/contract/z'
import { type Form, type FormAnswers, mergeAnswers } from '@zmht/shared/controls'
import { Problem, type ProblemCode } from '@zmht/shared/problems'
import { createStore, type Store } from '@zmht/shared/ui/hooks/store'
import { FileLost } from './files'
import type { Vault } from './vault'

/** What was filled in at an item, as it is sent. */
export interface Filled {
  readonly item: string
  /** The item's name and place, and the task's title, for whoever looks at the queue. */
  readonly name: string
  readonly place: string
  readonly title: string
  readonly answers: FormAnswers
  /** The answers the filling began from, and the item's revision then. */
  readonly began: FormAnswers
  readonly base: number
  /** The version of the form it was filled in by: a task's form may change while somebody is out. */
  readonly formVersion: number
}

export type UnsentState =
  /** `tried`: it may have arrived although no answer came. */
  | { readonly is: 'waiting'; readonly tried: boolean }
  /** It will not be taken as it is; the reason in words. */
  | { readonly is: 'refused'; readonly title: string; readonly detail: string }
  /** Somebody else filled the item in meanwhile, and differently: a person settles it. */
  | {
      readonly is: 'differs'
      readonly theirs: { readonly by: string; readonly at: string; readonly answers: FormAnswers }
      readonly revision: number
      readonly form: Form
      readonly formVersion: number
    }

/** Something filled in that the server has not taken yet. */
export interface Unsent extends Filled {
  /** Its name in the queue, for as long as it is there. */
  readonly id: string
  /** The step's key: sent again under the same, it is the same answer. */
  readonly key: string
  readonly at: string
  /** The files it names that lay on this device: they are sent first. Absent: none. */
  readonly files?: readonly string[]
  readonly state: UnsentState
}

const text = z.string()
const number = z.number()
const unsent: z.ZodMiniType<Unsent, unknown> = z.strictObject({
  id: text,
  key: text,
  at: text,
  item: text,
  name: text,
  place: text,
  title: text,
  answers,
  began: answers,
  base: number,
  formVersion: number,
  files: z.exactOptional(z.array(text)),
  state: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('waiting'), tried: z.boolean() }),
    z.strictObject({ is: z.literal('refused'), title: text, detail: text }),
    z.strictObject({
      is: z.literal('differs'),
      theirs: z.strictObject({ by: text, at: text, answers }),
      revision: number,
      form,
      formVersion: number,
    }),
  ]),
})

export interface QueueView {
  /** In the order in which they were filled in. */
  readonly entries: readonly Unsent[]
  /** The one that is on its way now. */
  readonly sending?: string
}

/** How sending ended: everything was tried, or it makes no sense to go on now. */
export type SyncEnd = 'tried' | 'no-network' | 'busy' | 'signed-out'

export interface QueueParts {
  readonly vault: Pick<Vault, 'names' | 'read' | 'write' | 'remove'>
  /** Sends one answer. @throws Problem what the server says; anything else: no answer came */
  readonly send: (call: {
    readonly item: string
    readonly key: string
    readonly answers: FormAnswers
    readonly base: number
    readonly formVersion: number
  }) => Promise<ItemReply>
  /** Files on this device. */
  readonly files: {
    readonly has: (id: string) => boolean
    /** Sends one unless the server has it. @throws FileLost, Problem; anything else: no answer came */
    readonly send: (id: string) => Promise<void>
    /** No answer in the queue names these any more. */
    readonly release: (ids: readonly string[], item: string) => Promise<void>
  }
  /** Runs one at a time among all that share this device's records. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  readonly mintKey: () => string
  readonly now: () => string
  /** The server has taken an answer: this is the item now. */
  readonly onTaken: (reply: ItemReply) => void
}

export interface Queue {
  readonly view: Store<QueueView>
  /** Reads what was there when the application was closed. */
  readonly load: () => Promise<void>
  /** Puts an answer into the queue. When this is done it is kept, whatever happens next. @returns its id */
  readonly add: (filled: Filled) => Promise<string>
  /** Sends what waits, one after another. Called while it runs, the run under way takes what is new with it. */
  readonly sync: () => Promise<SyncEnd>
  /** Once more what was refused. */
  readonly again: (id: string) => Promise<void>
  /** What two people filled in differently, as the person settled it. */
  readonly settle: (id: string, settled: FormAnswers) => Promise<void>
  /** Takes one out for good. */
  readonly drop: (id: string) => Promise<void>
}

const prefix = 'queue.'
/** After so many in a row that the server could not take just now, the rest waits for another time. */
const patience = 3

/**
 * Answers on their way to the server. Each is kept before it is sent and taken out when the server has it; each has a key of its own, so
 * that sending it again, after no answer came or the application was killed, is the same answer. They do not wait for one another.
 */
export function createQueue({ vault, send, files, alone, mintKey, now, onTaken }: QueueParts): Queue {
  const view = createStore<QueueView>({ entries: [] })
  const show = (entries: readonly Unsent[]) =>
    view.set({ ...view.get(), entries: [...entries].sort((a, b) => order(a.at, b.at) || order(a.id, b.id)) })
  const put = async (entry: Unsent): Promise<void> => {
    await vault.write(`${prefix}${entry.id}`, entry)
    show([...view.get().entries.filter(({ id }) => id !== entry.id), entry])
  }
  const drop = async (id: string): Promise<void> => {
    const gone = find(id)
    await vault.remove([`${prefix}${id}`])
    const left = view.get().entries.filter((entry) => entry.id !== id)
    show(left)
    const named = new Set(left.flatMap((entry) => entry.files ?? []))
    const free = (gone?.files ?? []).filter((file) => !named.has(file))
    if (gone !== undefined && free.length > 0) await files.release(free, gone.item)
  }
  const load = async (): Promise<void> => {
    const read: Unsent[] = []
    for (const name of await vault.names(prefix)) {
      const { data } = unsent.safeParse(await vault.read(name))
      if (data !== undefined) read.push(data)
    }
    show(read)
  }
  const find = (id: string) => view.get().entries.find((entry) => entry.id === id)

  const taken = async (entry: Unsent, reply: ItemReply): Promise<void> => {
    const theirs = reply.latest
    const isBeside = theirs !== undefined && reply.besides.some(({ key }) => key === entry.key)
    if (!isBeside) {
      await drop(entry.id)
      onTaken(reply)
      return
    }
    const { began, answers: mine } = entry
    const merged = mergeAnswers(reply.form, { began, mine, theirs: theirs.answers })
    if (merged.conflicts.length > 0) {
      const { by, at, answers } = theirs
      const { revision, form, formVersion } = reply
      const state = { is: 'differs', theirs: { by, at, answers }, revision, form, formVersion } as const
      await put({ ...entry, state })
      return
    }
    // In one record with the former one: killed in between, it is one answer all the same.
    await put(answeredAnew(entry, merged.answers, theirs.answers, reply))
  }

  const answeredAnew = (
    entry: Unsent,
    answers: FormAnswers,
    began: FormAnswers,
    { revision, formVersion }: Pick<ItemReply, 'revision' | 'formVersion'>,
  ): Unsent => ({
    ...entry,
    key: mintKey(),
    answers,
    began,
    base: revision,
    formVersion,
    state: { is: 'waiting', tried: false },
  })

  const sendAll = async (): Promise<SyncEnd> => {
    // Another tab may have sent some meanwhile.
    await load()
    const passed = new Set<string>()
    let unanswered = 0
    for (;;) {
      const next = view.get().entries.find(({ key, state }) => state.is === 'waiting' && !passed.has(key))
      if (next === undefined) return unanswered > 0 ? 'busy' : 'tried'
      passed.add(next.key)
      view.set({ ...view.get(), sending: next.id })
      try {
        await put({ ...next, state: { is: 'waiting', tried: true } })
        const { item, key, answers, base, formVersion } = next
        // Never an answer without what it names.
        const named = namedIn(answers)
        for (const file of next.files ?? []) if (named.has(file)) await files.send(file)
        await taken(next, await send({ item, key, answers, base, formVersion }))
        unanswered = 0
      } catch (error) {
        if (error instanceof FileLost) {
          await put({ ...next, state: { is: 'refused', ...lost } })
          continue
        }
        const end = endOf(error)
        // One that the server cannot cope with does not keep the others from going; a server that copes with none is left alone.
        if (end === 'busy' && ++unanswered < patience) continue
        if (end !== undefined) return end
        if (error instanceof Problem) await put({ ...next, state: { is: 'refused', ...wordsOf(error) } })
      } finally {
        view.set({ entries: view.get().entries })
      }
    }
  }
  let running: Promise<SyncEnd> | undefined

  return {
    view,
    load,
    add: async (filled) => {
      const id = mintKey()
      // What was never sent, or not taken, is said anew; what may have arrived stays an answer of its own.
      const replaced = view
        .get()
        .entries.filter(({ item, state }) => item === filled.item && !(state.is === 'waiting' && state.tried))
      const here = [...namedIn(filled.answers)].filter(files.has)
      await put({
        ...filled,
        id,
        key: mintKey(),
        at: now(),
        ...(here.length === 0 ? {} : { files: here }),
        state: { is: 'waiting', tried: false },
      })
      for (const one of replaced) await drop(one.id)
      return id
    },
    sync: () => {
      running ??= alone(sendAll).finally(() => {
        running = undefined
      })
      return running
    },
    again: async (id) => {
      const entry = find(id)
      if (entry?.state.is === 'refused') await put({ ...entry, state: { is: 'waiting', tried: false } })
    },
    settle: async (id, settled) => {
      const entry = find(id)
      if (entry?.state.is !== 'differs') return
      await put(answeredAnew(entry, settled, entry.state.theirs.answers, entry.state))
    },
    drop,
  }
}

/** @returns every word in answers that may be the name of a file */
export function namedIn(answers: FormAnswers): ReadonlySet<string> {
  const values = Object.values(answers).flatMap((all) => all.flatMap(({ values }) => Object.values(values)))
  return new Set(values.flatMap((value) => (typeof value === 'object' ? value : [String(value)])))
}

const lost = {
  title: '有照片或文件打不开了',
  detail:
    '这台设备上存的照片、文件或签名打不开了，所以没有提交，其他填的都还在。请点“打开再改”，移除打不开的，重新添加后提交。',
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Why there is no sense in going on; nothing where only this one answer failed. */
function endOf(error: unknown): SyncEnd | undefined {
  if (!(error instanceof Problem)) return 'no-network'
  switch (error.kind) {
    case 'unauthenticated':
      return 'signed-out'
    case 'unavailable':
    case 'too-many':
      return 'busy'
    case 'invalid':
    case 'forbidden':
    case 'not-found':
    case 'conflict':
      return undefined
  }
}

/** What the person reads of a refusal: what happened, and what can be done. The catalogue's words where they do not fit an answer that is kept. */
function wordsOf(problem: Problem): { readonly title: string; readonly detail: string } {
  const own = refusals[problem.code]
  if (own !== undefined) return own
  const { title, detail, fields = [] } = problem.document
  return { title, detail: fields.length === 0 ? detail : fields.map(({ message }) => message).join('；') }
}

const refusals: Partial<Record<ProblemCode, { readonly title: string; readonly detail: string }>> = {
  'task-not-running': {
    title: '任务没有在进行',
    detail: '任务已暂停、结束或撤回，没有提交。恢复以后点“再提交”；不会恢复的，可以删去。',
  },
  'step-not-allowed': {
    title: '这一项不用填了',
    detail: '这一项已经撤销或退回，没有提交。您填的还在这里，可以点开看现在的情况。',
  },
  'not-found': {
    title: '找不到这一项了',
    detail: '这一项可能已经撤销，或不再由您的单位办理，没有提交。请与下派单位核对，不需要了再删去。',
  },
  'outside-territory': {
    title: '这一项不归您的单位了',
    detail: '地点已经划给别的单位，没有提交。请把情况告诉现在负责的单位，再删去。',
  },
  forbidden: {
    title: '没有权限提交',
    detail: '您的岗位现在不能填报这一项，没有提交。岗位恢复以后点“再提交”。',
  },
}
