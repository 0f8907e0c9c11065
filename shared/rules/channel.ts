/** The life of a channel 通道: drafted, open to the places it reaches, closed. */
export const channelStates = ['draft', 'open', 'closed'] as const
export type ChannelState = (typeof channelStates)[number]

export const channelStateNames: Readonly<Record<ChannelState, string>> = {
  draft: '草稿',
  open: '受理中',
  closed: '已停止受理',
}

export type ChannelAction = 'revise' | 'publish' | 'close'

/** Which actions each state allows. Publishing an open channel again puts its newest draft in force for new requests; running ones finish under theirs. */
export const channelTransitions = {
  revise: { from: ['draft', 'open', 'closed'], to: 'same' },
  publish: { from: ['draft', 'open', 'closed'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
} as const satisfies Record<ChannelAction, { from: readonly ChannelState[]; to: ChannelState | 'same' }>

export function nextChannelState(state: ChannelState, action: ChannelAction): ChannelState | undefined {
  const transition: { from: readonly ChannelState[]; to: ChannelState | 'same' } = channelTransitions[action]
  if (!transition.from.includes(state)) return undefined
  return transition.to === 'same' ? state : transition.to
}

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
