import type { RequestState } from '@zmht/shared/rules'
import { Tag } from '@zmht/shared/ui'
import { stateTones, stateWords } from './words'

export function StateTag({ state }: { readonly state: RequestState }) {
  return <Tag tone={stateTones[state]}>{stateWords[state]}</Tag>
}
