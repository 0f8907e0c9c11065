import { useState } from 'react'
import { cx } from '../classes'
import { Box } from './Box'
import { Button } from './Button'
import { CheckboxList, type ChoiceOption } from './Choice'
import { Field, type FieldWords } from './Field'
import { Icon } from './Icon'
import { matching } from './matching'
import { Pressable } from './Pressable'
import { RemovableTag } from './RemovableTag'
import { Sheet } from './Sheet'
import { Stack } from './Stack'
import { EmptyState } from './States'
import { Text } from './Text'
import { SearchInput } from './TextInput'

/** Any number of so many that they are searched in a sheet; what is chosen stands in the form as tags. */
export function LongCheckboxList({
  options,
  values,
  onChange,
  ...words
}: FieldWords & {
  readonly options: readonly ChoiceOption[]
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}) {
  const [open, setOpen] = useState(false)
  const chosen = options.filter((option) => values.includes(option.value))
  const ask = chosen.length === 0 ? '请选择，可选多项' : `已选 ${chosen.length} 项，点这里增减`
  return (
    <>
      <Field {...words} group>
        {() => (
          <>
            {chosen.length > 0 ? (
              <Box role="group" label={`${words.label}，已选`} className="z-removables">
                {chosen.map((option) => (
                  <RemovableTag
                    key={option.value}
                    onRemove={() => onChange(values.filter((value) => value !== option.value))}
                  >
                    {option.label}
                  </RemovableTag>
                ))}
              </Box>
            ) : null}
            <Pressable
              className={cx('z-input', 'z-input--picker', words.error !== undefined && 'z-input--wrong')}
              label={`${words.label}：${ask}`}
              onPress={() => setOpen(true)}
            >
              <Text inline tone="quiet">
                {ask}
              </Text>
              <Icon name="down" />
            </Pressable>
          </>
        )}
      </Field>
      <Sheet
        open={open}
        title={words.label}
        onClose={() => setOpen(false)}
        footer={
          <Button full onPress={() => setOpen(false)}>
            {chosen.length === 0 ? '先不选' : `选好了（${chosen.length} 项）`}
          </Button>
        }
      >
        <Searched label={words.label} options={options} values={values} onChange={onChange} />
      </Sheet>
    </>
  )
}

function Searched({
  label,
  options,
  values,
  onChange,
}: {
  readonly label: string
  readonly options: readonly ChoiceOption[]
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}) {
  const [looked, setLooked] = useState('')
  const found = matching(options, looked)
  return (
    <Stack gap={3}>
      <SearchInput label={`搜索${label}`} value={looked} onChange={setLooked} />
      {found.length === 0 ? (
        <EmptyState icon="search" title={`没有“${looked.trim()}”`} detail="换几个字再试，或清空搜索看全部选项。" />
      ) : (
        <CheckboxList
          label={looked.trim() === '' ? '可选多项' : `找到 ${found.length} 项`}
          options={found}
          values={values}
          onChange={onChange}
        />
      )}
    </Stack>
  )
}
