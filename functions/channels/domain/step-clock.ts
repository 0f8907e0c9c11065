import type { Instant } from '@zmht/shared/knowledge'
import {
  endOfWorkingDay,
  escalatesAfterDays,
  type Procedure,
  type RequestState,
  type StepDays,
  stepUnderWay,
} from '@zmht/shared/rules'
import type { Request } from '../request.store'

type Clock = Pick<Request, 'stepDays' | 'stepDue' | 'stepLate'>

/** The clock of the first step, with the days it is counted by. */
export function firstClock(stepDays: StepDays, state: RequestState, procedure: Procedure, at: Instant): Clock {
  return { stepDays, ...dueOf(stepDays, state, procedure, at) }
}

/**
 * The clock after a step. Another step to be taken, or the same by other hands, has its own days; else the clock runs on.
 * @param changedHands nobody at its next desk has had it yet
 */
export function clockAfter(request: Request, state: RequestState, changedHands: boolean, at: Instant): Clock {
  const { stepDays, stepDue, stepLate, procedure } = request
  if (stepDays === undefined) return {}
  const isSame = stepUnderWay(state, procedure) === stepUnderWay(request.state, procedure) && !changedHands
  if (!isSame) return { stepDays, ...dueOf(stepDays, state, procedure, at) }
  return {
    stepDays,
    ...(stepDue === undefined ? {} : { stepDue }),
    ...(stepLate === undefined ? {} : { stepLate }),
  }
}

function dueOf(stepDays: StepDays, state: RequestState, procedure: Procedure, at: Instant): Pick<Clock, 'stepDue'> {
  const step = stepUnderWay(state, procedure)
  const days = step === undefined ? undefined : stepDays[step]
  return days === undefined ? {} : { stepDue: endOfWorkingDay(at, days) }
}

/** When a late request is reported to the next superior. @returns undefined where it was reported often enough */
export function reportedAt({ due, overseers = [] }: Pick<Request, 'due' | 'overseers'>): Instant | undefined {
  const days = escalatesAfterDays[overseers.length]
  return days === undefined ? undefined : endOfWorkingDay(due, days)
}
