import type { Knowledge } from '@zmht/shared/knowledge'
import { Notice, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { answerWords } from './answer-words'
import { CarryFields } from './CarryFields'
import { plainCarry, proposedCarry } from './carry'
import type { DraftChange } from './draft'
import { PickAttributeSheet } from './PickAttributeSheet'
import { PickedField } from './PickedField'

type Deprecation = Extract<DraftChange, { do: 'deprecate-attribute' }>

/** An attribute that is no longer to be asked, and what takes its place. */
export function DeprecationEditor({
  before,
  change,
  onChange,
}: {
  readonly before: Knowledge
  readonly change: Deprecation
  readonly onChange: (change: Deprecation) => void
}) {
  const [picking, setPicking] = useState(false)
  const former = before.attribute(change.code)
  if (former === undefined) return <Text tone="quiet">这项属性已经没有了，请去掉这处改动。</Text>
  const successor = before.attribute(change.successor)
  const others = before.attributesOf(former.of).filter(({ code }) => code !== former.code)
  return (
    <Stack gap={4}>
      <Notice>停用后不再收集，表单里用到它的控件会提示换掉。已有的资料一条不少，照旧能查到。</Notice>
      <PickedField
        label="由哪项接替"
        hint="可以不选。接替的要和它说的是同一类；还没有的话，先在这份修订里增加"
        picked={successor?.name}
        detail={successor && answerWords(successor.value, successor.many)}
        ask="查找接替的"
        onPick={() => setPicking(true)}
        onClear={() => onChange({ ...change, successor: '', carry: plainCarry })}
      />
      {successor === undefined ? null : (
        <CarryFields
          former={former}
          successor={successor}
          carry={change.carry}
          onChange={(carry) => onChange({ ...change, carry })}
        />
      )}
      {picking ? (
        <PickAttributeSheet
          title={`接替“${former.name}”的`}
          knowledge={before}
          usual={others}
          accepts={(one) => one.deprecated === undefined && others.some(({ code }) => code === one.code)}
          onClose={() => setPicking(false)}
          onPick={(chosen) => {
            onChange({ ...change, successor: chosen.code, carry: proposedCarry(former, chosen) })
            setPicking(false)
          }}
        />
      ) : null}
    </Stack>
  )
}
