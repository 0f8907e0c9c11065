import { gcm } from '@noble/ciphers/aes.js'
import type { Cipher } from './vault'

const nonceLength = 12

/**
 * AES-256-GCM in JavaScript, for WeChat, which offers none. A sealed record is its nonce (NIST SP 800-38D: 96 random bits, never again
 * under the same key), the sealed bytes and their tag.
 */
export function aesOf(key: Uint8Array, random: (bytes: number) => Promise<Uint8Array>): Cipher {
  const about = (words: string) => Uint8Array.from(words, (letter) => letter.charCodeAt(0))
  return {
    seal: async (bytes, words) => {
      const nonce = await random(nonceLength)
      const sealed = gcm(key, nonce, about(words)).encrypt(bytes)
      const whole = new Uint8Array(nonceLength + sealed.length)
      whole.set(nonce)
      whole.set(sealed, nonceLength)
      return whole
    },
    open: async (bytes, words) =>
      gcm(key, bytes.subarray(0, nonceLength), about(words)).decrypt(bytes.subarray(nonceLength)),
  }
}
