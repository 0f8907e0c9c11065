import Taro from '@tarojs/taro'
import type { PickedFile } from '@zmht/shared/ui'

/** @returns what is in a picked file. @throws Error in Chinese when it cannot be read */
export async function bytesOfPicked({ path }: PickedFile): Promise<Uint8Array> {
  try {
    if (process.env.TARO_ENV === 'h5') return new Uint8Array(await (await fetch(path)).arrayBuffer())
    return await new Promise<Uint8Array>((resolve, reject) =>
      Taro.getFileSystemManager().readFile({
        filePath: path,
        success: ({ data }) =>
          typeof data === 'string' ? reject(new Error('no bytes')) : resolve(new Uint8Array(data)),
        fail: reject,
      }),
    )
  } catch {
    throw new Error('这个文件读不出来，请重新拍照或换一个')
  }
}

/** Where an official's files lie open while they are looked at or sent, in WeChat, which shows and sends what has a path only. */
const folderOf = (owner: string): string => `${Taro.env.USER_DATA_PATH}/open-${owner}`

/** Files of this device, open for as long as they are looked at or sent. */
export interface OpenFiles {
  /** @returns an address under which the application itself can show and send the bytes */
  readonly pathOf: (id: string, type: string, bytes: Uint8Array) => Promise<string>
  readonly close: (id: string) => void
}

export async function openFilesOf(owner: string): Promise<OpenFiles> {
  const paths = new Map<string, string>()
  if (process.env.TARO_ENV === 'h5')
    return {
      pathOf: async (id, type, bytes) => {
        const path = paths.get(id) ?? URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type }))
        paths.set(id, path)
        return path
      },
      close: (id) => {
        const path = paths.get(id)
        if (path !== undefined) URL.revokeObjectURL(path)
        paths.delete(id)
      },
    }
  // What the application left open when it was killed.
  await closeFiles(owner)
  const files = Taro.getFileSystemManager()
  const folder = folderOf(owner)
  return {
    pathOf: async (id, type, bytes) => {
      const known = paths.get(id)
      if (known !== undefined) return known
      await new Promise<void>((resolve) => files.mkdir({ dirPath: folder, recursive: true, complete: () => resolve() }))
      // WeChat's viewers go by the end of a name.
      const path = `${folder}/${id}.${type.slice(type.lastIndexOf('/') + 1)}`
      await new Promise<void>((resolve, reject) =>
        files.writeFile({ filePath: path, data: bytes.slice().buffer, success: () => resolve(), fail: reject }),
      )
      paths.set(id, path)
      return path
    },
    close: (id) => {
      const path = paths.get(id)
      if (path !== undefined) files.unlink({ filePath: path })
      paths.delete(id)
    },
  }
}

/** Takes away what an official's files left open. */
export async function closeFiles(owner: string): Promise<void> {
  if (process.env.TARO_ENV === 'h5') return
  await new Promise<void>((resolve) =>
    Taro.getFileSystemManager().rmdir({ dirPath: folderOf(owner), recursive: true, complete: () => resolve() }),
  )
}
