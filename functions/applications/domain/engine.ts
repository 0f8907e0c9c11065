import type { RunReply, Wire } from '@zmht/shared/contract'
import { mostHops, type RunState } from '@zmht/shared/rules'
import { isMoment } from './moments'

/** What is set off by a moment: each wire that waits for it, or is stopped because too much followed from what followed already. */
export function setOffBy<W extends { readonly wire: Wire }>(
  wires: readonly W[],
  at: string,
  hops: number,
): readonly { readonly kept: W; readonly state: Extract<RunState, 'waiting' | 'stopped'> }[] {
  return wires
    .filter(({ wire }) => isMoment(wire.when, at))
    .map((kept) => ({ kept, state: hops >= mostHops ? 'stopped' : 'waiting' }))
}

type Steps = RunReply['steps']
export interface RunStand {
  readonly state: RunState
  readonly steps: Steps
}

/** Which of its actions a run comes to next; undefined when all are done. */
export const nextAction = ({ steps }: Pick<RunStand, 'steps'>, { does }: Pick<Wire, 'does'>) =>
  does[steps.filter(({ state }) => state === 'done').length]

/**
 * @param refused why the action was not done; absent: it was
 * @param says what each action of the wire is called
 * @returns how the run stands after its next action: what follows one that was refused is left, and said to be
 */
export function afterAction({ steps }: Pick<RunStand, 'steps'>, says: readonly string[], refused?: string): RunStand {
  const done = steps.filter(({ state }) => state === 'done')
  const named = says[done.length] ?? ''
  if (refused === undefined) {
    const all: Steps = [...done, { says: named, state: 'done' }]
    return { state: all.length >= says.length ? 'done' : 'waiting', steps: all }
  }
  const left = says.slice(done.length + 1).map((one) => ({ says: one, state: 'left' as const }))
  return { state: 'failed', steps: [...done, { says: named, state: 'failed', problem: refused }, ...left] }
}

/** A run that is tried again begins where it failed, and what follows from it is counted anew: somebody means it. */
export const triedAgain = ({ steps }: Pick<RunStand, 'steps'>): RunStand & { readonly hops: 0 } => ({
  state: 'waiting',
  steps: steps.filter(({ state }) => state === 'done'),
  hops: 0,
})
