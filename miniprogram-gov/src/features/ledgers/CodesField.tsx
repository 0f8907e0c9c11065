import type { Attribute } from '@zmht/shared/knowledge'
import type { Condition } from '@zmht/shared/ledgers'
import { Box, CheckboxList, LongCheckboxList } from '@zmht/shared/ui'

/** More than these are searched in a sheet. */
const laidOut = 24

const yesNo = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
] as const

/** Which codes count: any of those that are ticked. */
export function CodesField({
  what,
  condition,
  onChange,
}: {
  readonly what: Attribute
  readonly condition: Extract<Condition, { about: 'code' }>
  readonly onChange: (condition: Condition) => void
}) {
  const options =
    what.value.type === 'code' ? what.value.items.map(({ code, name }) => ({ value: code, label: name })) : yesNo
  const props = {
    label: `${what.name}是其中任何一个`,
    options,
    values: condition.values,
    onChange: (values: readonly string[]) => onChange({ ...condition, values }),
  }
  return options.length > laidOut ? (
    <LongCheckboxList {...props} />
  ) : (
    <Box className="g-many">
      <CheckboxList {...props} />
    </Box>
  )
}
