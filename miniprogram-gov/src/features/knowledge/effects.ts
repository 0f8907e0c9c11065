import type { EffectsReply } from '@zmht/shared/contract'

/** Applications touched by any of the changes: those named each once, and how many of the others at least. */
export function applicationsIn(...all: readonly Pick<EffectsReply, 'changes'>[]): {
  readonly named: number
  readonly others: number
} {
  const changes = all.flatMap((one) => one.changes)
  return {
    named: new Set(changes.flatMap(({ applications }) => applications.map(({ id }) => id))).size,
    // Who they are is not told, so the same one may stand behind several changes.
    others: Math.max(0, ...changes.map(({ others }) => others)),
  }
}
