import { durations } from './measures'
import { withinOf } from './names'

type Groups = Readonly<Record<string, number>>

/** A stage of work, and how long it took of what was done in a month. */
export interface Stall {
  readonly stage: 'wait' | 'work' | 'item-wait' | 'item-work'
  readonly name: string
  /** Within how many minutes half of it, and nine in ten; `beyond`: longer than is told. */
  readonly half: number
  readonly most: number
  readonly count: number
}

const stages = [
  ['wait', '诉求等人接手'],
  ['work', '诉求办理'],
  ['item-wait', '任务项等人接手'],
  ['item-work', '任务项办理'],
] as const

/** @returns how long each stage took, in the order of the work; those of which nothing is known are left out */
export const stagesOf = (groups: Groups): readonly Stall[] =>
  stages.flatMap(([stage, name]) => {
    const counts = durations(groups, stage)
    const [half, most] = [withinOf(counts, 50), withinOf(counts, 90)]
    const count = [...counts.values()].reduce((sum, one) => sum + one, 0)
    return half === undefined || most === undefined ? [] : [{ stage, name, half, most, count }]
  })

/** @returns the stage that takes longest: by nine in ten, and of alike ones by half */
export const stallOf = (all: readonly Stall[]): Stall | undefined =>
  [...all].sort((one, other) => (one.most === other.most ? other.half - one.half : other.most > one.most ? 1 : -1))[0]
