import type { Form } from '../controls/form'
import type { Booking } from '../rules/booking'
import type { Documents, StepDays } from '../rules/channel-settings'
import type { Procedure } from '../rules/request'

/** A service a worker starts from: everything but where it is offered and by whom. */
export interface ChannelTemplate {
  readonly id: string
  readonly title: string
  /** What residents read first: what it is, for whom, what happens next. */
  readonly summary: string
  readonly category: string
  readonly form: Form
  readonly procedure: Procedure
  readonly booking?: Booking
  readonly documents?: Documents
  readonly stepDays?: StepDays
}
