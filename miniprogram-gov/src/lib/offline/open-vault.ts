import Taro from '@tarojs/taro'
import { update } from 'idb-keyval'
import { aesOf } from './aes'
import { keyName, records, shelfOf } from './shelf'
import { type Cipher, noCipher, passingShelf, type Vault, vaultOf } from './vault'

/** Opens what an official keeps on this device. Where it cannot be kept safely, nothing is kept beyond this run of the application. */
export async function openVault(owner: string): Promise<Vault> {
  try {
    const cipher = process.env.TARO_ENV === 'h5' ? await browserCipher(owner) : await wechatCipher(owner)
    const vault = vaultOf(owner, shelfOf(owner), cipher)
    // Some browsers offer a database to a private window and refuse it when it is used.
    await vault.write('opened', true)
    return vault
  } catch {
    return vaultOf(owner, passingShelf(), noCipher, false)
  }
}

/** The browser's own AES, with a key that no script can read. */
async function browserCipher(owner: string): Promise<Cipher> {
  const { subtle } = globalThis.crypto
  const made = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  let key = made
  // In one transaction: another tab may be opening it too.
  await update<CryptoKey>(keyName(owner), (known) => (key = known ?? made), records())
  const given = (words: string) => Uint8Array.from(words, (letter) => letter.charCodeAt(0))
  return {
    seal: async (bytes, about) => {
      const iv = globalThis.crypto.getRandomValues(new Uint8Array(12))
      const sealed = await subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: given(about) },
        key,
        Uint8Array.from(bytes),
      )
      const whole = new Uint8Array(iv.length + sealed.byteLength)
      whole.set(iv)
      whole.set(new Uint8Array(sealed), iv.length)
      return whole
    },
    open: async (bytes, about) =>
      new Uint8Array(
        await subtle.decrypt(
          { name: 'AES-GCM', iv: Uint8Array.from(bytes.subarray(0, 12)), additionalData: given(about) },
          key,
          Uint8Array.from(bytes.subarray(12)),
        ),
      ),
  }
}

/** WeChat encrypts the key it keeps; the records are too large for its storage and lie in files. */
async function wechatCipher(owner: string): Promise<Cipher> {
  const random = (length: number) =>
    new Promise<Uint8Array>((resolve, reject) => {
      // Taro makes no promise of this one, whatever its types say.
      void Taro.getRandomValues({
        length,
        success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
        fail: reject,
      })
    })
  // Taro's types know nothing of `encrypt` yet; WeChat has it from 2.21.3 on.
  const storage: {
    readonly getStorage: (from: { readonly key: string; readonly encrypt: true }) => Promise<{ readonly data: unknown }>
    readonly setStorage: (to: {
      readonly key: string
      readonly data: readonly number[]
      readonly encrypt: true
    }) => Promise<unknown>
  } = Taro
  const key = keyName(owner)
  const kept = await storage.getStorage({ key, encrypt: true }).then(
    ({ data }) => data,
    () => undefined,
  )
  if (isKey(kept)) return aesOf(Uint8Array.from(kept), random)
  // Without the key what lies there cannot be opened: a new one would only hide that.
  if ((await shelfOf(owner).names()).length > 0) throw new Error('the key cannot be read')
  const made = await random(32)
  await storage.setStorage({ key, data: [...made], encrypt: true })
  return aesOf(made, random)
}

const isKey = (kept: unknown): kept is readonly number[] =>
  Array.isArray(kept) && kept.length === 32 && kept.every((byte) => typeof byte === 'number')
