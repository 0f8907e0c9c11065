import { type Api, contract, mintFileId } from '../../contract'
import type { FileKind } from '../../knowledge'
import { fileKindNames, fileName, mediaTypeOf, mediaTypeWords } from '../../rules'
import type { FileStore, PickedFile } from '../controls/control'
import { createStore, useStore } from '../hooks/store'
import { postFile, sizeOf } from '../primitives/send-file'

/** Where the files of a person go, and how many of them are not there yet. */
export interface Files extends FileStore {
  /** How many files of the forms on the screen have not arrived: on their way, or waiting to be tried again. */
  readonly useUnsent: () => number
}

/** How many files of the forms on the screen are not where they belong yet. */
export function unsentFiles(): Pick<Files, 'report' | 'useUnsent'> {
  const unsent = createStore<ReadonlyMap<string, number>>(new Map())
  return {
    report: (form, count) => {
      if ((unsent.get().get(form) ?? 0) === count) return
      const next = new Map(unsent.get())
      if (count === 0) next.delete(form)
      else next.set(form, count)
      unsent.set(next)
    },
    useUnsent: () => [...useStore(unsent).values()].reduce((sum, count) => sum + count, 0),
  }
}

/** Puts files into the bucket: the API is told what comes and says where to, the file itself does not pass through it. */
export function filesOf(api: Api): Files {
  return {
    upload: async (file, kind, onProgress) => {
      const body = announcementOf(file, kind, await sizeOf(file))
      const status = await postFile(await api.channels.newFile({ body }), file, onProgress)
      if (status < 200 || status >= 300) throw new Error(`the bucket answered ${status}`)
      return body.id
    },
    open: async (id) => opened(await api.channels.file({ params: { fileId: id }, query: {} })),
    ...unsentFiles(),
  }
}

/** The files of what somebody fills in themself: a photo taken there is kept with its time, and where they are is not asked. */
export function ownItemFilesOf(api: Api, files: Files, itemId: string): Files {
  return {
    ...files,
    open: async (fileId) => opened(await api.tasks.ownItemFile({ params: { itemId, fileId } })),
    stamp: async (photo) => photo,
  }
}

/**
 * The files of a request, for whoever may read it.
 * @param purpose what an official looks at what is sensitive for
 */
export function requestFilesOf(api: Api, requestId: string, purpose?: string): Pick<FileStore, 'open'> {
  const query = { request: requestId, ...(purpose === undefined ? {} : { purpose }) }
  return {
    open: async (id) => opened(await api.channels.file({ params: { fileId: id }, query })),
  }
}

const opened = ({ url, name, type }: Awaited<ReturnType<Api['channels']['file']>>) => ({ url, name, mediaType: type })

/**
 * What is said of a file before it is sent, held to the contract here, so that a person knows at once.
 * @throws Error in Chinese when it may not be sent
 */
export function announcementOf(file: PickedFile, kind: FileKind, bytes: number) {
  const name = fileName(file.name)
  const reading = contract.channels.newFile.body.safeParse({
    id: mintFileId(),
    kind,
    ...(name === undefined ? {} : { name }),
    ...(kind === 'photo' && file.taken !== undefined ? { taken: file.taken } : {}),
    type: mediaTypeOf(file.name) ?? file.mediaType ?? '',
    bytes,
  })
  if (reading.success) return reading.data
  const said = reading.error.issues.map(({ message }) => message).find((message) => /\p{Script=Han}/u.test(message))
  throw new Error(said ?? `${fileKindNames[kind]}不能上传，${mediaTypeWords[kind]}`)
}
