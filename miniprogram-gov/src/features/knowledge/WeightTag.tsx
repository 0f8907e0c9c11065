import type { Weight } from '@zmht/shared/knowledge'
import { Tag } from '@zmht/shared/ui'
import { weightNames, weightTones } from './names'

export function WeightTag({ weight }: { readonly weight: Weight }) {
  return <Tag tone={weightTones[weight]}>{weightNames[weight]}</Tag>
}
