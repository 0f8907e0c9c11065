/** The life of a channel 通道: drafted, open to the places it reaches, paused for a while, closed. */
export const channelStates = ['draft', 'open', 'paused', 'closed'] as const
export type ChannelState = (typeof channelStates)[number]

export const channelStateNames: Readonly<Record<ChannelState, string>> = {
  draft: '草稿',
  open: '受理中',
  paused: '暂停受理',
  closed: '已停止受理',
}

export type ChannelAction = 'revise' | 'publish' | 'pause' | 'resume' | 'close'

/**
 * Which actions each state allows. Publishing an open channel again puts its newest draft in force for new requests; running ones finish under theirs.
 * A paused channel stays in its places' lists and takes nothing; publishing it opens it again.
 */
export const channelTransitions = {
  revise: { from: ['draft', 'open', 'paused', 'closed'], to: 'same' },
  publish: { from: ['draft', 'open', 'paused', 'closed'], to: 'open' },
  pause: { from: ['open'], to: 'paused' },
  resume: { from: ['paused'], to: 'open' },
  close: { from: ['open', 'paused'], to: 'closed' },
} as const satisfies Record<ChannelAction, { from: readonly ChannelState[]; to: ChannelState | 'same' }>

export function nextChannelState(state: ChannelState, action: ChannelAction): ChannelState | undefined {
  const transition: { from: readonly ChannelState[]; to: ChannelState | 'same' } = channelTransitions[action]
  if (!transition.from.includes(state)) return undefined
  return transition.to === 'same' ? state : transition.to
}

/** How another organisation takes part in a channel. */
export const channelParts = ['desk', 'partner', 'beside', 'informed'] as const
export type ChannelPart = (typeof channelParts)[number]
export const channelPartNames: Readonly<Record<ChannelPart, string>> = {
  desk: '由它办理',
  partner: '由它确认名单',
  beside: '一起办理',
  informed: '只看进展',
}

/** Whether an organisation outside the owner's own line agreed to take part. */
export const consentStates = ['asked', 'given', 'refused'] as const
export type ConsentState = (typeof consentStates)[number]

/** The groups services are listed under. */
export const serviceCategories = {
  health: '健康',
  elderly: '养老',
  family: '家庭与儿童',
  housing: '住房与物业',
  safety: '安全',
  environment: '环境',
  work: '就业与社保',
  other: '其他',
} as const
export type ServiceCategory = keyof typeof serviceCategories
