import { sensitivities } from '@zmht/shared/knowledge'
import { Box, Checkbox, Select } from '@zmht/shared/ui'
import { categories, categoryNames, type Filters, type StandardCount } from './catalogue'
import { sensitivityNames } from './names'

const freshOptions = [
  { value: 'days', label: '有，到期要再确认' },
  { value: 'ever', label: '长期' },
] as const

/** What the catalogue is narrowed down by. */
export function FilterFields({
  filters,
  standards,
  onChange,
}: {
  readonly filters: Filters
  readonly standards: readonly StandardCount[]
  readonly onChange: (filters: Filters) => void
}) {
  const { category, sensitivity, standard, fresh, ...rest } = filters
  const now = {
    ...(category === undefined ? {} : { category }),
    ...(sensitivity === undefined ? {} : { sensitivity }),
    ...(standard === undefined ? {} : { standard }),
    ...(fresh === undefined ? {} : { fresh }),
  }
  /** One of them set, or with nothing chosen taken away. */
  const set = <Name extends keyof typeof now>(name: Name, value: (typeof now)[Name] | undefined) => {
    const { [name]: _former, ...others } = now
    onChange({ ...rest, ...others, ...(value === undefined ? {} : { [name]: value }) })
  }
  return (
    <Box className="g-filters" role="group" label="筛选">
      <Select
        label="类别"
        placeholder="全部"
        options={categories.map((one) => ({ value: one, label: categoryNames[one] }))}
        value={category}
        onChange={(chosen) => set('category', chosen)}
      />
      <Select
        label="敏感级别"
        placeholder="全部"
        options={sensitivities.map((one) => ({ value: one, label: sensitivityNames[one] }))}
        value={sensitivity}
        onChange={(chosen) => set('sensitivity', chosen)}
      />
      <Select
        label="标准"
        placeholder="全部"
        options={standards.map((one) => ({ value: one.standard, label: one.label }))}
        value={standard}
        onChange={(chosen) => set('standard', chosen)}
      />
      <Select
        label="有效期"
        placeholder="全部"
        options={freshOptions}
        value={fresh}
        onChange={(chosen) => set('fresh', chosen)}
      />
      <Checkbox
        label="只看已停用的"
        checked={filters.deprecated}
        onChange={(deprecated) => onChange({ ...filters, deprecated })}
      />
    </Box>
  )
}
