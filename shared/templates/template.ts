import type { Form } from '../controls/form'

/** How a request is dealt with: anyone may join at once, or a worker confirms each. */
export const channelProcedures = ['open', 'worker-confirms'] as const
export type ChannelProcedure = (typeof channelProcedures)[number]

/** A service a worker starts from: everything but where it is offered and by whom. */
export interface ChannelTemplate {
  readonly id: string
  readonly title: string
  /** What residents read first: what it is, for whom, what happens next. */
  readonly summary: string
  readonly category: string
  readonly form: Form
  readonly procedure: ChannelProcedure
}
