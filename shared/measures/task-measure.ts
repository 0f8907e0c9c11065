/** What is told of the answers to a control: their sum, how many gave each choice, or only how many answered. */
export const taskMeasureBys = ['sum', 'groups', 'given'] as const
export type TaskMeasureBy = (typeof taskMeasureBys)[number]

export const taskMeasureByNames: Readonly<Record<TaskMeasureBy, string>> = {
  sum: '合计',
  groups: '各选项多少',
  given: '填了多少',
}

/** 指标 of a task: what its answers roll up to, at every place. */
export interface TaskMeasure {
  readonly title: string
  /** The control of the form it counts. */
  readonly control: string
  readonly by: TaskMeasureBy
}

/** More than anybody reads, and what each item may carry. */
export const mostTaskMeasures = 12

/** What a measure is called by in the numbers: the same control counted in the same way is the same measure, whatever its title. */
export const idOfTaskMeasure = ({ control, by }: Pick<TaskMeasure, 'control' | 'by'>): string => `${control}.${by}`

/** What one answered item adds: whole numbers by measure and what is counted. Nothing of a person: counts and sums alone. */
export type Tally = Readonly<Record<string, number>>

/** After a measure's id. `#n`: how many answered; `#s`: their sum in ten-thousandths, which adds up exactly; `=` and a code: how many gave it. */
export const tallyMark = '|'
export const givenKey = '#n'
export const sumKey = '#s'
export const codeMark = '='
/** Sums are kept in ten-thousandths. */
export const sumParts = 10_000

/** What a measure comes to at a place. */
export interface Measured {
  /** How many answered it. */
  readonly given: number
  /** For `sum`. */
  readonly sum?: number
  /** For `groups`: how many gave each, by code; those nobody gave are left out. */
  readonly groups?: Readonly<Record<string, number>>
}

/** @returns what a measure comes to, read from the sum of all tallies at a place */
export function measuredIn(measure: Pick<TaskMeasure, 'control' | 'by'>, tally: Tally): Measured {
  const before = `${idOfTaskMeasure(measure)}${tallyMark}`
  const at = (key: string): number => tally[`${before}${key}`] ?? 0
  const given = at(givenKey)
  switch (measure.by) {
    case 'given':
      return { given }
    case 'sum':
      return { given, sum: at(sumKey) / sumParts }
    case 'groups': {
      const start = `${before}${codeMark}`
      const groups = Object.entries(tally).filter(([key, amount]) => key.startsWith(start) && amount !== 0)
      return { given, groups: Object.fromEntries(groups.map(([key, amount]) => [key.slice(start.length), amount])) }
    }
  }
}
