import type { Vault } from './vault'

/** What is being filled in: known at once, kept in the background at every change. */
export interface Drafts<T extends { readonly id: string }> {
  readonly of: (id: string) => T | undefined
  readonly all: () => readonly T[]
  readonly keep: (draft: T) => void
  readonly forget: (id: string) => void
}

const prefix = 'draft.'

/** @param parse what was stored; undefined when it does not fit any more: it is then left alone */
export async function draftsOf<T extends { readonly id: string }>(
  vault: Pick<Vault, 'names' | 'read' | 'write' | 'remove'>,
  parse: (stored: unknown) => T | undefined,
): Promise<Drafts<T>> {
  const known = new Map<string, T>()
  for (const name of await vault.names(prefix)) {
    const draft = parse(await vault.read(name))
    if (draft !== undefined) known.set(draft.id, draft)
  }
  const changed = new Set<string>()
  let writing = false
  /** Somebody types faster than is sealed: only what stands in the end is written. */
  const write = async (): Promise<void> => {
    if (writing) return
    writing = true
    for (let [id] = changed; id !== undefined; [id] = changed) {
      changed.delete(id)
      const draft = known.get(id)
      await (draft === undefined ? vault.remove([`${prefix}${id}`]) : vault.write(`${prefix}${id}`, draft)).catch(
        () => undefined,
      )
    }
    writing = false
  }
  return {
    of: (id) => known.get(id),
    all: () => [...known.values()],
    keep: (draft) => {
      known.set(draft.id, draft)
      changed.add(draft.id)
      void write()
    },
    forget: (id) => {
      if (!known.delete(id)) return
      changed.add(id)
      void write()
    },
  }
}
