/** Where sealed records lie: knows nothing of what is in them. A record that is being written never takes the former one with it. */
export interface Shelf {
  readonly names: () => Promise<readonly string[]>
  /** @returns what was put under a name, the latest first; a former one is only there where putting the latest was broken off */
  readonly get: (name: string) => Promise<readonly Uint8Array[]>
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>
  readonly remove: (names: readonly string[]) => Promise<void>
}

/** Seals with a key that does not leave the device. */
export interface Cipher {
  /** @param about what the sealed bytes belong to: they open under nothing else */
  readonly seal: (bytes: Uint8Array, about: string) => Promise<Uint8Array>
  /** @throws when they were sealed with another key, for something else, or were changed or cut off since */
  readonly open: (bytes: Uint8Array, about: string) => Promise<Uint8Array>
}

/** Records of one official on this device, each a piece of JSON or plain bytes, sealed. Names are letters, digits, `-` and `.`. */
export interface Vault {
  /** False: nothing can be kept safely here; what is written is gone with the application. */
  readonly lasting: boolean
  /** @returns the names that begin so, in their order */
  readonly names: (prefix: string) => Promise<readonly string[]>
  /** @returns what was written; nothing where there is nothing, or nothing that can be opened */
  readonly read: (name: string) => Promise<unknown>
  readonly write: (name: string, value: unknown) => Promise<void>
  /** The same of bytes as they are: a photo. */
  readonly readBytes: (name: string) => Promise<Uint8Array | undefined>
  readonly writeBytes: (name: string, bytes: Uint8Array) => Promise<void>
  readonly remove: (names: readonly string[]) => Promise<void>
}

/** @param owner the official's id: the records of one do not open as another's */
export function vaultOf(owner: string, shelf: Shelf, cipher: Cipher, lasting = true): Vault {
  let last: Promise<unknown> = Promise.resolve()
  /** One after another: of two words about one record the later one stands. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
  const opened = <T>(name: string, as: (bytes: Uint8Array) => T): Promise<T | undefined> =>
    inTurn(async () => {
      for (const bytes of await shelf.get(name)) {
        try {
          return as(await cipher.open(bytes, `${owner}/${name}`))
        } catch {
          // Broken off while it was written: the one before still stands.
        }
      }
      return undefined
    })
  const writeBytes = (name: string, bytes: Uint8Array): Promise<void> =>
    inTurn(async () => shelf.put(name, await cipher.seal(bytes, `${owner}/${name}`)))
  return {
    lasting,
    names: (prefix) => inTurn(async () => (await shelf.names()).filter((name) => name.startsWith(prefix)).sort()),
    read: (name) => opened(name, parsed),
    // Written as it is now, whatever becomes of it while it waits for its turn.
    write: (name, value) => writeBytes(name, bytesOf(value)),
    readBytes: (name) => opened(name, (bytes) => bytes),
    writeBytes,
    remove: (names) => inTurn(() => shelf.remove(names)),
  }
}

/** Keeps nothing beyond this run of the application: where sealing is not to be had, and in tests. */
export function passingShelf(): Shelf {
  const kept = new Map<string, Uint8Array>()
  return {
    names: async () => [...kept.keys()],
    get: async (name) => {
      const bytes = kept.get(name)
      return bytes === undefined ? [] : [bytes]
    },
    put: async (name, bytes) => void kept.set(name, bytes),
    remove: async (names) => {
      for (const name of names) kept.delete(name)
    },
  }
}

/** Seals nothing: only for what is not kept. */
export const noCipher: Cipher = { seal: async (bytes) => bytes, open: async (bytes) => bytes }

/** WeChat has no TextEncoder everywhere: what is not ASCII is written as JSON's own escapes. */
function bytesOf(value: unknown): Uint8Array {
  const text = JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}

/** As many letters as a call takes arguments safely. */
const most = 8192

function parsed(bytes: Uint8Array): unknown {
  let text = ''
  for (let at = 0; at < bytes.length; at += most) text += String.fromCharCode(...bytes.subarray(at, at + most))
  return JSON.parse(text)
}
