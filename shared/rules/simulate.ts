import type { Instant } from '../knowledge/types'
import { allot, isBookable, type Slot, saySlot, untouched } from './booking'
import type { ChannelSettings } from './channel-settings'
import type { RequestAction, RequestState } from './request'
import { nextRequestState } from './request-steps'
import { endOfWorkingDay } from './working-time'

/** Who looks on. */
export type Onlooker = 'resident' | 'worker' | 'partner'

/** One step of a request that nobody made: who takes it, and what each of them sees then. */
export interface SimulatedStep {
  readonly action: 'submit' | RequestAction
  readonly by: Onlooker | 'system'
  readonly state: RequestState
  /** 「提交时」, 「最晚 12月3日」. */
  readonly when: { readonly at: 'once' } | { readonly by: Instant } | { readonly at: 'later' }
  readonly sees: Readonly<Partial<Record<Onlooker, string>>>
}

export interface Supposed {
  readonly at: Instant
  /** The slot somebody books; none where nothing is booked. */
  readonly slot?: Slot
  /** All its places are taken. */
  readonly full?: boolean
  readonly organisation: string
  readonly partner?: string
}

/**
 * What would follow from a submission under these settings when everybody does their part, step by step, with the day each is due: every step is one of the table of
 * requests. Nothing is written.
 */
export function simulate(settings: ChannelSettings, supposed: Supposed): readonly SimulatedStep[] {
  const { procedure, promisedDays, booking, documents, stepDays } = settings
  const { at, slot, full = false, organisation, partner = '承办单位' } = supposed
  const isBooked = booking !== undefined && slot !== undefined && isBookable(procedure)
  const steps: SimulatedStep[] = []
  let state: RequestState = procedure === 'open' && !isBooked ? 'confirmed' : 'submitted'
  const within = (days: number | undefined) => ({
    by: endOfWorkingDay(at, Math.min(days ?? promisedDays, promisedDays)),
  })
  const once = { at: 'once' } as const
  const later = { at: 'later' } as const
  const step = (
    action: SimulatedStep['action'],
    by: SimulatedStep['by'],
    when: SimulatedStep['when'],
    sees: SimulatedStep['sees'],
  ) => {
    if (action !== 'submit') state = nextRequestState(state, action) ?? state
    steps.push({ action, by, state, when, sees })
  }
  const bring = (documents?.bring ?? []).length > 0 ? `，请带${documents?.bring.join('、')}` : ''
  const time = isBooked ? saySlot(slot, at) : ''
  step('submit', 'resident', once, {
    resident: state === 'confirmed' ? `已确认${bring}` : '已提交，看得到编号和最晚哪天有结果',
    worker: state === 'confirmed' ? '「任务」里多了一件已确认的申请' : '「任务」里多了一件，按到期先后排',
  })
  if (isBooked) {
    const count = { ...untouched, taken: full ? slot.capacity : 0 }
    const { gives } = allot(count, { capacity: slot.capacity, waiting: booking.waiting })
    const seat = procedure === 'open' ? 'seat' : 'hold'
    const seated =
      procedure === 'open'
        ? { resident: `已约 ${time}${bring}`, worker: `${time} 的名单里多了一人` }
        : { resident: `已为您留出 ${time}，等待确认`, worker: `${time} 的名额留着，等您确认` }
    if (gives === 'place') step(seat, 'system', once, seated)
    else if (gives === 'ticket') {
      step('queue', 'system', once, { resident: '候补第 1 位，有人让出来按顺序补上', worker: '候补名单里多了一人' })
      step(seat, 'system', later, { ...seated, resident: `有人让出来了：${seated.resident}` })
    } else {
      step('turn-away', 'system', once, { resident: '没有约上：名额和候补都满了，可以另选时间' })
      return steps
    }
  }
  switch (procedure) {
    case 'open':
      break
    case 'worker-confirms':
      step('claim', 'worker', within(stepDays?.claim), { resident: '正在办理，看得到谁在办', worker: '由您办理' })
      step('confirm', 'worker', within(stepDays?.confirm), {
        resident: isBooked ? `已确认，已约 ${time}${bring}` : `已确认${bring}`,
        worker: '已确认',
      })
      break
    case 'partner-confirms':
      step('list', 'worker', within(stepDays?.claim), {
        resident: `${organisation}已核对，等待${partner}确认`,
        worker: '已列入名单',
        partner: '名单里多了一人',
      })
      step('approve', 'partner', within(stepDays?.partner), {
        resident: isBooked ? `${partner}已确认，已约 ${time}${bring}` : `${partner}已确认${bring}`,
        worker: `${partner}已确认`,
        partner: '已确认',
      })
      break
    case 'routed':
      step('send', 'system', once, { resident: '已直接转给负责的单位', worker: '拿不准的由您确定转给谁' })
      step('claim', 'worker', within(stepDays?.claim), { resident: '正在办理，看得到谁在办', worker: '由您办理' })
      break
  }
  const gives = documents?.gives === undefined ? '' : `，发给您${documents.gives}`
  step('close', 'worker', procedure === 'open' || isBooked ? later : within(undefined), {
    resident: `已办结，看得到答复，可以评价${gives}`,
    worker: '写下答复，办结',
  })
  return steps
}
