import { mintStepKey } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { useRef } from 'react'

/**
 * One intent, one key: however often it is pressed, or sent again after no answer came, it is one step. The key is kept until the
 * server has answered; only then is the next press another intent.
 */
export function useIntent<Reply>(send: (key: string) => Promise<Reply>): () => Promise<Reply> {
  const key = useRef<string>(undefined)
  return async () => {
    key.current ??= mintStepKey()
    try {
      const reply = await send(key.current)
      key.current = undefined
      return reply
    } catch (error) {
      if (error instanceof Problem && error.kind !== 'unavailable') key.current = undefined
      throw error
    }
  }
}
