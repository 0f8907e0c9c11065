import { Problem } from '@zmht/shared/problems'
import { log } from '../log'
import { pause } from '../table/write'

/**
 * One JSON call to a system outside, with a time limit and retries of what is safe to repeat (no answer, 5xx).
 * @throws Problem `unavailable` when it does not answer in time, three times.
 */
export async function callJson(
  url: string,
  options: {
    readonly method: 'GET' | 'POST'
    readonly body?: unknown
    readonly timeoutMillis?: number
    readonly tries?: number
  },
): Promise<unknown> {
  const tries = options.tries ?? 3
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await fetch(url, {
        method: options.method,
        signal: AbortSignal.timeout(options.timeoutMillis ?? 3000),
        ...(options.body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(options.body) }),
      })
      if (answer.status < 500) return await answer.json()
      throw new Error(`status ${answer.status}`)
    } catch (error) {
      // Only where it went: the query holds secrets.
      log.warn('outside call failed', {
        why: error instanceof Error ? error.name : 'unknown',
        attempt,
        route: new URL(url).pathname,
      })
      if (attempt >= tries) throw new Problem('unavailable', { cause: error })
      await pause(100 * 2 ** attempt * (0.5 + Math.random() / 2))
    }
  }
}
