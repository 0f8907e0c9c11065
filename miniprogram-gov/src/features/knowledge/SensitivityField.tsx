import { type Sensitivity, sensitivities } from '@zmht/shared/knowledge'
import { RadioList } from '@zmht/shared/ui'
import { sensitivityMeanings, sensitivityNames } from './names'

/** Who may see it, each level with what it means. */
export function SensitivityField({
  value,
  onChange,
}: {
  readonly value: Sensitivity | ''
  readonly onChange: (value: Sensitivity) => void
}) {
  return (
    <RadioList
      label="敏感级别"
      options={sensitivities.map((one) => ({
        value: one,
        label: sensitivityNames[one],
        detail: sensitivityMeanings[one],
      }))}
      value={value === '' ? undefined : value}
      onChange={onChange}
    />
  )
}
