import type { Attribute } from '@zmht/shared/knowledge'
import { Box, CheckboxList, LongCheckboxList, RadioList, Select, Stack, Text, TextInput } from '@zmht/shared/ui'
import { type Carry, carryProblem, carryWayNames, carryWays } from './carry'

/** More options than these are ticked in a sheet. */
const long = 12

/** What becomes of the facts said under a former attribute. */
export function CarryFields({
  former,
  successor,
  carry,
  onChange,
}: {
  readonly former: Attribute
  readonly successor: Attribute
  readonly carry: Carry
  readonly onChange: (carry: Carry) => void
}) {
  const ways = carryWays(former, successor)
  const problem = carryProblem(carry)
  if (ways.length === 0) {
    return <Text tone="quiet">两项的填写方式不同，旧资料换不过来，按原样留着，照旧能查到。</Text>
  }
  return (
    <Stack gap={4}>
      <RadioList
        label="旧资料怎么办"
        options={ways.map((way) => ({ value: way, label: carryWayNames[way] }))}
        value={carry.way}
        onChange={(way) => onChange({ ...carry, way })}
      />
      {carry.way === 'codes' ? (
        <CodePairs former={former} successor={successor} carry={carry} onChange={onChange} />
      ) : null}
      {carry.way === 'scale' ? (
        <TextInput
          label={`乘以多少（${unitOf(former)} → ${unitOf(successor)}）`}
          kind="decimal"
          hint="如米换成厘米写 100"
          value={carry.factor}
          onChange={(factor) => onChange({ ...carry, factor })}
          maxLength={15}
          error={carry.factor === '' ? undefined : problem}
        />
      ) : null}
      {carry.way === 'yes-when' ? (
        <YesWhen former={former} codes={carry.codes} onChange={(codes) => onChange({ ...carry, codes })} />
      ) : null}
    </Stack>
  )
}

const unitOf = ({ value }: Attribute) => (value.type === 'number' ? (value.unit ?? '没有单位') : '')

const itemsOf = ({ value }: Attribute) => (value.type === 'code' ? value.items : [])

function CodePairs({
  former,
  successor,
  carry,
  onChange,
}: {
  readonly former: Attribute
  readonly successor: Attribute
  readonly carry: Carry
  readonly onChange: (carry: Carry) => void
}) {
  const options = itemsOf(successor).map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Box className="g-pairs" role="group" label="选项怎样对应">
      {itemsOf(former).map(({ code, name }) => (
        <Select
          key={code}
          label={`“${name}”当作`}
          placeholder="不换，原样留着"
          options={options}
          value={carry.to[code] === '' ? undefined : carry.to[code]}
          onChange={(chosen) => onChange({ ...carry, to: { ...carry.to, [code]: chosen ?? '' } })}
        />
      ))}
    </Box>
  )
}

function YesWhen({
  former,
  codes,
  onChange,
}: {
  readonly former: Attribute
  readonly codes: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
}) {
  const options = itemsOf(former).map(({ code, name }) => ({ value: code, label: name }))
  const words = { label: '哪些选项当作“是”', hint: '没有勾选的当作“否”' }
  return options.length > long ? (
    <LongCheckboxList {...words} options={options} values={codes} onChange={onChange} />
  ) : (
    <CheckboxList {...words} options={options} values={codes} onChange={onChange} />
  )
}
