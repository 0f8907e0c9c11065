import type { ApplicationContent, ApplicationPart, Wire, WireAction, WireTrigger } from '../contract'
import {
  bookingMoments,
  itemMomentNames,
  rowMomentNames,
  serviceMomentNames,
  serviceMoments,
  wireStepNames,
  wireSteps,
} from '../rules/wiring'
import { applicationProblems, isBooked } from './check'
import { partName } from './fills'

/** One moment of a part that may set something off. */
export interface TriggerChoice {
  /** Stable while the part is the same. */
  readonly value: string
  /** 「办结」「回答“需要帮助”」. */
  readonly label: string
  readonly when: WireTrigger
}

/** @returns the moments of a part, in the order they come; a notice without choices has none */
export function triggerChoices(part: ApplicationPart): readonly TriggerChoice[] {
  const { key } = part
  switch (part.kind) {
    case 'service':
      return serviceMoments
        .filter((at) => isHere(part) && (isBooked(part) || !bookingMoments.includes(at)))
        .map((at) => ({ value: at, label: serviceMomentNames[at], when: { of: 'service', part: key, at } }))
    case 'task':
      return (['done', 'unable'] as const).map((at) => ({
        value: at,
        label: itemMomentNames[at],
        when: { of: 'task', part: key, at },
      }))
    case 'ledger':
      return (['added', 'removed'] as const).map((at) => ({
        value: at,
        label: rowMomentNames[at],
        when: { of: 'ledger', part: key, at },
      }))
    case 'notice':
      return part.content.questions.flatMap(({ key: question, label, options = [] }) =>
        options.map(({ code, label: option }) => ({
          value: `${question}.${code}`,
          label: `“${label}”答“${option}”`,
          when: { of: 'notice' as const, part: key, question, option: code },
        })),
      )
  }
}

/** What lives elsewhere has no moments here. */
const isHere = ({ content: { link } }: Extract<ApplicationPart, { kind: 'service' }>) =>
  link === undefined || link.kind === 'endpoint'

/** @returns which of the choices of its part a trigger is */
export const momentOf = (when: WireTrigger): string =>
  when.of === 'notice' ? `${when.question}.${when.option}` : when.at

/** Something a wire may do. */
export interface ActionChoice {
  readonly value: string
  readonly label: string
  readonly action: WireAction
}

/** @returns which choice an action is, whatever is said in it */
export function choiceOf(action: WireAction): string {
  switch (action.do) {
    case 'errand':
      return 'errand'
    case 'step':
      return `step.${action.step}`
    case 'start':
    case 'visit':
      return `${action.do}.${action.task}`
    case 'tell':
      return `tell.${action.notice}`
    case 'put-in':
    case 'take-out':
      return `${action.do}.${action.ledger}`
  }
}

/** How long something that is handed out may take, to begin with. */
const errandDays = 3

function everyAction({ parts }: ApplicationContent): readonly ActionChoice[] {
  const of = (label: string, action: WireAction): ActionChoice => ({ value: choiceOf(action), label, action })
  return [
    of('交办一件事', { do: 'errand', says: '', days: errandDays }),
    ...wireSteps.map((step) => of(wireStepNames[step], { do: 'step', step })),
    ...parts.flatMap((part): ActionChoice[] => {
      const { key } = part
      const name = `“${partName(part)}”`
      switch (part.kind) {
        case 'ledger':
          return [
            of(`登记到台账${name}`, { do: 'put-in', ledger: key }),
            of(`从台账${name}移出`, { do: 'take-out', ledger: key }),
          ]
        case 'task':
          return [
            of(`针对这一个下派任务${name}`, { do: 'visit', task: key }),
            of(`在当地下派任务${name}`, { do: 'start', task: key }),
          ]
        case 'notice':
          return [of(`发通知${name}`, { do: 'tell', notice: key, where: 'here' })]
        case 'service':
          return []
        default:
          return part satisfies never
      }
    }),
  ]
}

/** @returns what may follow a trigger: all that has no problem but words that are still to be written, and leads into no circle by itself */
export function actionChoices(content: ApplicationContent, when: WireTrigger): readonly ActionChoice[] {
  return everyAction(content).filter(({ action }) => {
    const worded: WireAction = action.do === 'step' ? { ...action, note: '…' } : action
    const alone = { ...content, wiring: [{ key: 'asked', when, does: [worded] }] }
    return !applicationProblems(alone).some(({ wire }) => wire === 'asked')
  })
}

/** What most wires wait for first. */
const begunMost: readonly ApplicationPart['kind'][] = ['service', 'notice', 'task', 'ledger']

/** @returns a wire as somebody begins it: the first moment there is and the first that may follow; none where no part has moments */
export function blankWire(content: ApplicationContent, key: string): Wire | undefined {
  for (const part of begunMost.flatMap((kind) => content.parts.filter((one) => one.kind === kind))) {
    for (const { when } of triggerChoices(part)) {
      const [first] = actionChoices(content, when)
      if (first !== undefined) return { key, when, does: [first.action] }
    }
  }
  return undefined
}

/** @returns what is still to be written in a wire before it can be kept */
export function wireGaps({ does }: Wire): readonly string[] {
  return [
    ...(does.length === 0 ? ['请选择要做什么'] : []),
    ...(does.some((action) => action.do === 'errand' && action.says.trim() === '') ? ['请写明交办什么'] : []),
    ...(does.some(
      (action) =>
        action.do === 'step' &&
        (action.step === 'close' || action.step === 'decline') &&
        (action.note ?? '').trim() === '',
    )
      ? ['请写明给居民的答复']
      : []),
  ]
}
