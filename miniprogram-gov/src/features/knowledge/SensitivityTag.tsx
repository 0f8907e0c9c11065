import type { Sensitivity } from '@zmht/shared/knowledge'
import { Tag } from '@zmht/shared/ui'
import { sensitivityNames, sensitivityTones } from './names'

export function SensitivityTag({ level }: { readonly level: Sensitivity }) {
  return <Tag tone={sensitivityTones[level]}>{sensitivityNames[level]}</Tag>
}
