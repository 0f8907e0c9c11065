import { useEffect, useId, useReducer, useRef } from 'react'
import type { FileKind, Value } from '../../knowledge'
import { forgetFile } from '../primitives/pick-files'
import { shrinkPhoto } from '../primitives/shrink-photo'
import type { FileStore, PickedFile } from './control'
import { type Upload, uploadProblem, uploadsAfter, withFile } from './uploads'

/**
 * One file after the other, over all controls: kinder to a weak network, and two files never arrive in the same instant, when the
 * answer of one would be written over that of the other.
 */
let turn: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work, work)
  turn = mine
  return mine
}

let lastKey = 0

/** Files on their way into an answer. */
export function useUploads({
  store,
  kind,
  many,
  value,
  onChange,
}: {
  readonly store: FileStore | undefined
  readonly kind: FileKind
  readonly many: boolean
  readonly value: Value | undefined
  readonly onChange: (value: Value | undefined) => void
}) {
  const [uploads, step] = useReducer(uploadsAfter, [])
  // A file arrives long after it was picked: it joins the answer of then, by the form of then.
  const now = useRef({ value, onChange })
  now.current = { value, onChange }
  const expected = useRef(new Set<string>())
  const pictures = useRef(new Map<string, string>())
  /** Photos with when and where they were taken: tried again, it is that of the first time. */
  const stamped = useRef(new Map<string, Promise<PickedFile>>())
  const control = useId()
  const unsent = uploads.length
  useEffect(() => store?.report(control, unsent), [store, control, unsent])
  useEffect(() => () => store?.report(control, 0), [store, control])
  useEffect(() => {
    const waiting = expected.current
    const shown = pictures.current
    return () => {
      // The form is gone, and with it the answer the file would have joined.
      waiting.clear()
      for (const path of shown.values()) forgetFile(path)
    }
  }, [])

  const send = async (key: string, file: PickedFile) => {
    if (store === undefined) return
    expected.current.add(key)
    const photo = stamped.current.get(key) ?? Promise.resolve(file)
    try {
      const id = await inTurn(async () => {
        if (!expected.current.has(key)) return undefined
        const { taken } = await photo
        const small = {
          ...(kind === 'photo' ? await shrinkPhoto(file) : file),
          ...(taken === undefined ? {} : { taken }),
        }
        try {
          return await store.upload(small, kind, (share) => step({ do: 'progress', key, share }))
        } finally {
          if (small.path !== file.path) forgetFile(small.path)
        }
      })
      if (id === undefined || !expected.current.delete(key)) return
      pictures.current.set(id, file.path)
      stamped.current.delete(key)
      const next = withFile(now.current.value, id, many)
      now.current = { ...now.current, value: next }
      step({ do: 'leave', key })
      now.current.onChange(next)
    } catch (failure) {
      if (expected.current.delete(key)) step({ do: 'fail', key, problem: uploadProblem(failure) })
    }
  }

  return {
    uploads,
    /** Where the picture of a file put in just now is, without asking for it. */
    pictureOf: (id: string): string | undefined => pictures.current.get(id),
    add: (files: readonly PickedFile[]) => {
      const started = files.map((file) => ({ key: `u${++lastKey}`, file }))
      step({ do: 'start', uploads: started })
      if (kind === 'photo' && store?.stamp !== undefined)
        for (const { key, file } of started) if (file.taken !== undefined) stamped.current.set(key, store.stamp(file))
      for (const { key, file } of started) void send(key, file)
    },
    retry: ({ key, file }: Upload) => {
      step({ do: 'retry', key })
      void send(key, file)
    },
    giveUp: ({ key, file }: Upload) => {
      expected.current.delete(key)
      stamped.current.delete(key)
      step({ do: 'leave', key })
      forgetFile(file.path)
    },
  }
}
