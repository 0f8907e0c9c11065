import { type Control, type Form, itemsOf } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, Button, CheckboxList, Heading, LongCheckboxList, RadioList, Row, Stack, Text } from '@zmht/shared/ui'
import type { ControlChange } from './builder-state'
import { FixedRule } from './FixedRule'
import { RuleEditor } from './RuleEditor'
import { readRule } from './rule'
import { ruleSources } from './rule-answers'
import { sayRule } from './rule-words'

type Offer = NonNullable<Control['offer']>

/** More groups than this were brought in with a workbook; nobody changes them one by one. */
const mostGroups = 12

/** More are searched in a sheet. */
const mostLaidOut = 8

/** Which choices are offered, depending on another answer: the subdistricts of the district that was chosen. */
export function OfferEditor({
  knowledge,
  form,
  control,
  onChange,
}: {
  readonly knowledge: Knowledge
  readonly form: Form
  readonly control: Control
  readonly onChange: (change: ControlChange, typing?: string) => void
}) {
  const items = itemsOf(knowledge, control)
  const { offer } = control
  if (items.length === 0 || (!offer && ruleSources(knowledge, form, control).length === 0)) return null
  const say = (next: Offer, typing?: string) => onChange({ offer: next.when.length === 0 ? null : next }, typing)
  const names = (codes: readonly string[]) =>
    codes.map((code) => items.find((one) => one.code === code)?.name ?? code).join('、')
  if (offer && offer.when.length > mostGroups) {
    const [first] = offer.when
    return (
      <FixedRule
        label="按别的回答筛选选项"
        says={`共 ${offer.when.length} 条，例如：${first ? `${sayRule(knowledge, form, first.if)}时提供${names(first.codes)}` : ''}`}
        removes="去掉筛选，选项一直都有"
        onRemove={() => onChange({ offer: null })}
      />
    )
  }
  const groups = offer?.when ?? []
  const Choices = items.length > mostLaidOut ? LongCheckboxList : CheckboxList<string>
  const others = offer?.others ?? 'always'
  const replace = (at: number, group: Offer['when'][number], typing?: string) =>
    say({ others, when: groups.map((one, position) => (position === at ? group : one)) }, typing)
  return (
    <Stack gap={3} as="section" label="按别的回答筛选选项">
      <Heading level={3}>按别的回答筛选选项</Heading>
      {groups.map((group, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <Box key={at} className="g-rule-box">
          <Choices
            label={`第 ${at + 1} 组选项`}
            options={items.map(({ code, name }) => ({ value: code, label: name }))}
            values={group.codes}
            error={group.codes.length === 0 ? '请选这一组有哪些选项' : undefined}
            onChange={(codes) => replace(at, { ...group, codes })}
          />
          <RuleEditor
            label="什么时候提供这组选项"
            always="请选看哪一项的回答"
            knowledge={knowledge}
            form={form}
            control={control}
            rule={group.if}
            onChange={(rule, typing) => replace(at, { ...group, if: rule ?? true }, typing ? `offer.${at}` : undefined)}
          />
          {readRule(group.if)?.clauses.length === 0 ? (
            <Text size="small" tone="quiet">
              没有条件时，这组选项一直提供。
            </Text>
          ) : null}
          <Row>
            <Button
              variant="text-danger"
              icon="trash"
              label={`去掉这一组（第 ${at + 1} 组）`}
              onPress={() => say({ others, when: groups.filter((_, position) => position !== at) })}
            >
              去掉这一组
            </Button>
          </Row>
        </Box>
      ))}
      {groups.length > 0 ? (
        <RadioList<Offer['others']>
          label="没有列在组里的选项"
          inline
          options={[
            { value: 'always', label: '一直提供' },
            { value: 'never', label: '不提供' },
          ]}
          value={others}
          onChange={(next) => say({ when: groups, others: next })}
        />
      ) : null}
      {groups.length < mostGroups ? (
        <Row>
          <Button
            variant="quiet"
            icon="plus"
            onPress={() => say({ others, when: [...groups, { codes: [], if: true }] })}
          >
            {groups.length === 0 ? '设置筛选' : '再加一组'}
          </Button>
        </Row>
      ) : null}
    </Stack>
  )
}
