import { type ApplicationProblem, applicationProblems, wireGaps } from '@zmht/shared/applications'
import type { ApplicationContent } from '@zmht/shared/contract'
import { baseVersion } from '@zmht/shared/knowledge'

/** What is being put together, with the way back and forth. */
export interface Editing {
  readonly past: readonly ApplicationContent[]
  readonly now: ApplicationContent
  readonly future: readonly ApplicationContent[]
}

const mostSteps = 50

export const startEditing = (now: ApplicationContent): Editing => ({ past: [], now, future: [] })
export const changed = ({ past, now }: Editing, next: ApplicationContent): Editing => ({
  past: [...past, now].slice(-mostSteps),
  now: next,
  future: [],
})
export function undone({ past, now, future }: Editing): Editing {
  const before = past.at(-1)
  return before === undefined
    ? { past, now, future }
    : { past: past.slice(0, -1), now: before, future: [now, ...future] }
}
export function redone({ past, now, future }: Editing): Editing {
  const [next, ...rest] = future
  return next === undefined ? { past, now, future } : { past: [...past, now], now: next, future: rest }
}

export const blankContent: ApplicationContent = {
  title: '',
  summary: '',
  category: 'other',
  knowledge: baseVersion,
  parts: [],
  roles: [],
  wiring: [],
}

/** @returns what keeps it from being saved, by where it is put right */
export function gapsIn(
  content: ApplicationContent,
): readonly (ApplicationProblem & { readonly field?: 'title' | 'summary' })[] {
  return [
    ...(content.title.trim() === '' ? [{ field: 'title' as const, message: '请填写应用名称' }] : []),
    ...(content.summary.trim() === '' ? [{ field: 'summary' as const, message: '请用一句话说明' }] : []),
    ...content.parts.flatMap((part) => {
      const name = part.kind === 'ledger' ? part.content.name : part.content.title
      return name.trim() === '' ? [{ part: part.key, message: '请填写名称' }] : []
    }),
    ...content.roles.flatMap(({ name, about }) =>
      name.trim() === '' || about.trim() === '' ? [{ message: '请填写参与单位的名称和说明' }] : [],
    ),
    ...content.wiring.flatMap((wire) => wireGaps(wire).map((message) => ({ wire: wire.key, message }))),
  ]
}

/** @returns what keeps it from being opened, that saving does not mind: the words of a wire are said once */
export const problemsIn = (content: ApplicationContent): readonly ApplicationProblem[] => {
  const gaps = gapsIn(content)
  return [
    ...gaps,
    ...applicationProblems(content).filter(
      ({ wire, message }) => !gaps.some((gap) => gap.wire === wire && gap.message === message),
    ),
  ]
}
