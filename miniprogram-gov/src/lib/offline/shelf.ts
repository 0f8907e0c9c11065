import Taro from '@tarojs/taro'
import { createStore, delMany, get, keys, set } from 'idb-keyval'
import { closeFiles } from './file-bytes'
import type { Shelf } from './vault'

/** Where an official's records lie on this device. */
export const shelfOf = (owner: string): Shelf =>
  process.env.TARO_ENV === 'h5' ? browserShelf(owner) : wechatShelf(owner)

/** Takes away everything an official has here, with the key that opens it. */
export async function wipeOffline(owner: string): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    const all = (await keys<string>(records())).filter((name) => name.startsWith(`${owner}/`))
    await delMany([...all, keyName(owner)], records())
    return
  }
  await closeFiles(owner)
  await Taro.removeStorage({ key: keyName(owner) }).catch(() => undefined)
  await new Promise<void>((resolve) => {
    Taro.getFileSystemManager().rmdir({
      dirPath: folderOf(owner),
      recursive: true,
      complete: () => resolve(),
    })
  })
}

/** The name of the key that seals an official's records: in the browser's database, or WeChat's encrypted storage. */
export const keyName = (owner: string): string => `zmht-gov-seal-${owner}`

/** The browser's database; one transaction each, so that a record is the former or the latter one. */
export const records = () => createStore('zmht-gov-offline', 'records')

function browserShelf(owner: string): Shelf {
  const database = records()
  const whole = (name: string) => `${owner}/${name}`
  return {
    names: async () =>
      (await keys<string>(database))
        .filter((name) => name.startsWith(whole('')))
        .map((name) => name.slice(owner.length + 1)),
    get: async (name) => {
      const bytes = await get<Uint8Array>(whole(name), database)
      return bytes === undefined ? [] : [bytes]
    },
    put: (name, bytes) => set(whole(name), bytes, database),
    remove: (names) => delMany(names.map(whole), database),
  }
}

const folderOf = (owner: string): string => `${Taro.env.USER_DATA_PATH}/offline-${owner}`

/**
 * WeChat's user files (200 MB; storage is 10 MB, 1 MB a key). A file is not written in one piece: each word about a record goes into a
 * new file, and the former one is taken away when that is there.
 */
function wechatShelf(owner: string): Shelf {
  const files = Taro.getFileSystemManager()
  const folder = folderOf(owner)
  let found: Promise<Map<string, number[]>> | undefined
  /** Which numbers there are of each record, the highest first. */
  const numbers = (): Promise<Map<string, number[]>> => {
    found ??= (async () => {
      // It is there already after the first time.
      await new Promise<void>((resolve) => files.mkdir({ dirPath: folder, recursive: true, complete: () => resolve() }))
      const names = await new Promise<readonly string[]>((resolve, reject) =>
        files.readdir({ dirPath: folder, success: (read) => resolve(read.files), fail: reject }),
      )
      const all = new Map<string, number[]>()
      for (const file of names) {
        const dot = file.lastIndexOf('.')
        const name = file.slice(0, dot)
        all.set(
          name,
          [...(all.get(name) ?? []), Number(file.slice(dot + 1))].sort((a, b) => b - a),
        )
      }
      return all
    })()
    found.catch(() => {
      found = undefined
    })
    return found
  }
  const fileOf = (name: string, number: number) => `${folder}/${name}.${number}`
  const unlink = (filePath: string) =>
    new Promise<void>((resolve) => files.unlink({ filePath, complete: () => resolve() }))
  return {
    names: async () => [...(await numbers()).keys()],
    get: async (name) => {
      const read: Uint8Array[] = []
      for (const number of (await numbers()).get(name) ?? []) {
        const bytes = await new Promise<Uint8Array | undefined>((resolve) =>
          files.readFile({
            filePath: fileOf(name, number),
            success: ({ data }) => resolve(typeof data === 'string' ? undefined : new Uint8Array(data)),
            fail: () => resolve(undefined),
          }),
        )
        if (bytes !== undefined) read.push(bytes)
      }
      return read
    },
    put: async (name, bytes) => {
      const all = await numbers()
      const former = all.get(name) ?? []
      const number = (former[0] ?? 0) + 1
      await new Promise<void>((resolve, reject) =>
        files.writeFile({
          filePath: fileOf(name, number),
          data: bytes.slice().buffer,
          success: () => resolve(),
          fail: reject,
        }),
      )
      all.set(name, [number])
      for (const old of former) await unlink(fileOf(name, old))
    },
    remove: async (names) => {
      const all = await numbers()
      for (const name of names) {
        for (const number of all.get(name) ?? []) await unlink(fileOf(name, number))
        all.delete(name)
      }
    },
  }
}
