import { type ChannelState, channelStateNames } from '@zmht/shared/rules'
import { Tag, type Tone } from '@zmht/shared/ui'

const tones: Readonly<Record<ChannelState, Tone>> = { draft: 'amber', open: 'accent', paused: 'amber', closed: 'quiet' }

export function ChannelStateTag({ state }: { readonly state: ChannelState }) {
  return <Tag tone={tones[state]}>{channelStateNames[state]}</Tag>
}
