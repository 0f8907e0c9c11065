import { mintStepKey } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { useRef } from 'react'
import { Intent } from './intent-key'

/**
 * One intent, one key: however often it is pressed, or sent again after no answer came, it is one step. The key is kept until the
 * server has answered; only then is the next press another intent.
 */
export function useIntent<Reply>(send: (key: string) => Promise<Reply>): () => Promise<Reply> {
  const sendOf = useIntentOf((_: undefined, key: string) => send(key))
  return () => sendOf(undefined)
}

/** The same where what is asked may change before it is pressed again: what is asked otherwise is another intent. */
export function useIntentOf<Asked, Reply>(
  send: (asked: Asked, key: string) => Promise<Reply>,
): (asked: Asked) => Promise<Reply> {
  const intent = useRef<Intent>()
  intent.current ??= new Intent(mintStepKey)
  const { current } = intent
  return async (asked) => {
    const key = current.keyFor(asked)
    try {
      const reply = await send(asked, key)
      current.answered()
      return reply
    } catch (error) {
      if (error instanceof Problem && error.kind !== 'unavailable') current.answered()
      throw error
    }
  }
}
