import { RadioList, Stack, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'
import { freshWords } from './names'

/** How long a fact may be believed before it has to be said again; empty: for ever. */
export function FreshFields({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const [limited, setLimited] = useState(value !== '')
  const days = /^\d{1,5}$/.test(value) ? Number(value) : 0
  return (
    <Stack gap={3}>
      <RadioList
        label="有效期"
        options={[
          { value: 'ever', label: '长期', detail: '说一次就一直算数，如出生日期' },
          { value: 'days', label: '过一段时间要再确认', detail: '到期后表单会请人重新确认，如手机号' },
        ]}
        value={limited ? 'days' : 'ever'}
        onChange={(chosen) => {
          setLimited(chosen === 'days')
          onChange(chosen === 'days' ? '365' : '')
        }}
      />
      {limited ? (
        <TextInput
          label="多少天"
          kind="number"
          hint={days > 0 ? `也就是 ${freshWords(days)}` : '一年写 365，半年写 180'}
          value={value}
          onChange={onChange}
          maxLength={5}
        />
      ) : null}
    </Stack>
  )
}
