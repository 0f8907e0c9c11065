import {
  type ApplicationProblem,
  actionChoices,
  blankWire,
  choiceOf,
  freeKey,
  momentOf,
  onlyChoices,
  partKindNames,
  partName,
  triggerChoices,
  wireWords,
  withoutWire,
  withRole,
  withWire,
} from '@zmht/shared/applications'
import type { ApplicationContent, ApplicationPart, Wire, WireAction, WireTrigger } from '@zmht/shared/contract'
import { mostActions, mostWires, noticePlaceNames, noticePlaces } from '@zmht/shared/rules'
import { Box, Button, Card, CheckboxList, List, Row, Section, Select, Stack, Text, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import type { ChangeContent } from './PartsEditor'

/** What goes by itself, each a sentence: 当 … 就 … 再 …. Only what fits can be chosen. */
export function WiringEditor({
  content,
  problems,
  onChange,
}: {
  readonly content: ApplicationContent
  readonly problems: readonly ApplicationProblem[]
  readonly onChange: ChangeContent
}) {
  const [opened, setOpened] = useState<string>()
  const knowledge = useKnowledge()
  const add = () => {
    const wire = blankWire(content, freeKey('wire', content.wiring))
    if (wire === undefined) return
    setOpened(wire.key)
    onChange((before) => withWire(before, wire))
  }
  const canAdd = content.wiring.length < mostWires && blankWire(content, 'asked') !== undefined
  return (
    <Section title="自动联动">
      <Stack gap={3}>
        {content.wiring.length === 0 ? (
          <Text tone="quiet">
            {canAdd
              ? '还没有联动。写一句“当什么发生，就自动做什么”，例如：有人求助，就下派一次上门。'
              : '放进一个服务、任务或带问题的通知以后，就可以写“当什么发生，就自动做什么”。'}
          </Text>
        ) : null}
        <List gap label="联动">
          {content.wiring.map((wire, index) => (
            <Card key={wire.key} label={`第 ${index + 1} 条联动`}>
              <Stack gap={3}>
                <Row between top gap={3}>
                  <Text>{`${wireWords(wire, content, knowledge)}。`}</Text>
                  <Row className="g-tools">
                    <Button
                      variant="text"
                      expanded={opened === wire.key}
                      label={`${opened === wire.key ? '收起' : '修改'}第 ${index + 1} 条联动`}
                      onPress={() => setOpened(opened === wire.key ? undefined : wire.key)}
                    >
                      {opened === wire.key ? '收起' : '修改'}
                    </Button>
                  </Row>
                </Row>
                {problems
                  .filter((one) => one.wire === wire.key)
                  .map(({ message }) => (
                    <Text key={message} size="small" tone="amber">
                      {message}
                    </Text>
                  ))}
                {opened === wire.key ? <WireFields content={content} wire={wire} onChange={onChange} /> : null}
              </Stack>
            </Card>
          ))}
        </List>
        {canAdd ? (
          <Button full variant="quiet" icon="plus" onPress={add}>
            写一条联动
          </Button>
        ) : null}
      </Stack>
    </Section>
  )
}

/** What follows a trigger that was changed: what still fits, or the first thing that does. */
function refitted(content: ApplicationContent, wire: Wire, when: WireTrigger): Wire {
  const choices = actionChoices(content, when)
  const does = wire.does.filter((action) => choices.some(({ value }) => value === choiceOf(action)))
  const [first] = choices
  return { ...wire, when, does: does.length > 0 || first === undefined ? does : [first.action] }
}

function WireFields({
  content,
  wire,
  onChange,
}: {
  readonly content: ApplicationContent
  readonly wire: Wire
  readonly onChange: ChangeContent
}) {
  const { when, does } = wire
  const put = (next: Wire) => onChange((before) => withWire(before, next))
  const trigger = (next: WireTrigger | undefined) =>
    next === undefined ? undefined : put(refitted(content, wire, next))
  const sources = content.parts.filter((part) => triggerChoices(part).length > 0)
  const source = content.parts.find(({ key }) => key === when.part)
  const moments = source === undefined ? [] : triggerChoices(source)
  const choices = actionChoices(content, when)
  const act = (at: number, action: WireAction) =>
    put({ ...wire, does: does.map((one, index) => (index === at ? action : one)) })
  const [first] = choices
  return (
    <Box className="g-wire">
      <Box className="g-wire__line">
        <Select
          label="当"
          options={sources.map((part) => ({
            value: part.key,
            label: `${partKindNames[part.kind]}“${partName(part)}”`,
          }))}
          value={when.part}
          onChange={(key) => {
            const part = sources.find((one) => one.key === key)
            trigger(part === undefined ? undefined : triggerChoices(part)[0]?.when)
          }}
        />
        <Select
          label="怎么样了"
          options={moments.map(({ value, label }) => ({ value, label }))}
          value={momentOf(when)}
          onChange={(value) => trigger(moments.find((one) => one.value === value)?.when)}
        />
      </Box>
      {when.of === 'service' || when.of === 'task' ? (
        <OnlyField when={when} source={source} onChange={(next) => put({ ...wire, when: next })} />
      ) : null}
      <Box className="g-wire__then">
        {does.map((action, index) => (
          <ActionFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place alone, and the same one may stand twice
            key={index}
            content={content}
            action={action}
            word={index === 0 ? '就' : '再'}
            choices={choices}
            onChange={(next) => act(index, next)}
            onRole={() =>
              onChange((before) => {
                const key = freeKey('role', before.roles)
                const role = { key, name: '办理单位', about: '交办的事由它去办，办完带结果回来' }
                return withWire(withRole(before, role), {
                  ...wire,
                  does: does.map((one, at) => (at === index && one.do === 'errand' ? { ...one, to: key } : one)),
                })
              })
            }
            onRemove={does.length > 1 ? () => put({ ...wire, does: does.filter((_, at) => at !== index) }) : undefined}
          />
        ))}
        {does.length < mostActions && first !== undefined ? (
          <Row>
            <Button variant="text" icon="plus" onPress={() => put({ ...wire, does: [...does, first.action] })}>
              再做一件
            </Button>
          </Row>
        ) : null}
      </Box>
      <Row>
        <Button variant="text-danger" icon="trash" onPress={() => onChange((before) => withoutWire(before, wire.key))}>
          去掉这条联动
        </Button>
      </Row>
    </Box>
  )
}

type Answerable = Extract<WireTrigger, { of: 'service' | 'task' }>

/** 「并且 [问题] 是 [选项]」: only where the form asks something that is chosen. */
function OnlyField({
  when,
  source,
  onChange,
}: {
  readonly when: Answerable
  readonly source: ApplicationPart | undefined
  readonly onChange: (when: Answerable) => void
}) {
  const knowledge = useKnowledge()
  const form = source?.kind === 'service' || source?.kind === 'task' ? source.content.form : undefined
  const controls = form?.controls.filter((control) => onlyChoices(knowledge, control).length > 0) ?? []
  if (controls.length === 0) return null
  const { only, ...plain } = when
  const control = controls.find(({ id }) => id === only?.control)
  const items = control === undefined ? [] : onlyChoices(knowledge, control)
  return (
    <Stack gap={2}>
      <Select
        label="并且"
        optional
        placeholder="不管填了什么"
        options={controls.map(({ id, label }) => ({ value: id, label: `“${label}”是` }))}
        value={only?.control}
        onChange={(id) => {
          const chosen = controls.find((one) => one.id === id)
          const [first] = chosen === undefined ? [] : onlyChoices(knowledge, chosen)
          onChange(
            chosen === undefined || first === undefined
              ? plain
              : { ...plain, only: { control: chosen.id, values: [first.code] } },
          )
        }}
      />
      {control === undefined || only === undefined ? null : (
        <CheckboxList
          label={`“${control.label}”选了其中一个`}
          inline={items.length <= 4}
          options={items.map(({ code, name }) => ({ value: code, label: name }))}
          values={only.values}
          // Without any it would never be so.
          onChange={(values) =>
            values.length === 0 ? undefined : onChange({ ...plain, only: { control: control.id, values: [...values] } })
          }
        />
      )}
    </Stack>
  )
}

function ActionFields({
  content,
  action,
  word,
  choices,
  onChange,
  onRole,
  onRemove,
}: {
  readonly content: ApplicationContent
  readonly action: WireAction
  readonly word: '就' | '再'
  readonly choices: readonly { readonly value: string; readonly label: string; readonly action: WireAction }[]
  readonly onChange: (action: WireAction) => void
  readonly onRole: () => void
  readonly onRemove: (() => void) | undefined
}) {
  return (
    <Stack gap={2}>
      <Row between gap={2} top>
        <Stack grow>
          <Select
            label={word}
            options={choices.map(({ value, label }) => ({ value, label }))}
            value={choiceOf(action)}
            onChange={(value) => {
              const chosen = choices.find((one) => one.value === value)
              if (chosen !== undefined) onChange(chosen.action)
            }}
          />
        </Stack>
        {onRemove === undefined ? null : (
          <Button variant="text" label={`去掉：${word}`} onPress={onRemove}>
            去掉
          </Button>
        )}
      </Row>
      {action.do === 'errand' ? (
        <>
          <TextInput
            label="交办什么"
            maxLength={100}
            value={action.says}
            onChange={(says) => onChange({ ...action, says })}
          />
          <Box className="g-wire__line">
            <Select
              label="交给谁"
              options={[
                { value: here, label: '当地工作人员' },
                ...content.roles.map(({ key, name }) => ({ value: key, label: name })),
                ...(content.roles.length < 6 ? [{ value: another, label: '另一个单位（开通时再选）' }] : []),
              ]}
              value={action.to ?? here}
              onChange={(to) => {
                if (to === another) return onRole()
                const { to: _former, ...rest } = action
                onChange(to === undefined || to === here ? rest : { ...rest, to })
              }}
            />
            <TextInput
              label="几天内办完"
              kind="number"
              maxLength={3}
              value={String(action.days)}
              onChange={(days) =>
                onChange({ ...action, days: Math.min(366, Math.max(1, Math.trunc(Number(days)) || 1)) })
              }
            />
          </Box>
        </>
      ) : null}
      {action.do === 'step' && (action.step === 'close' || action.step === 'decline') ? (
        <TextInput
          label="答复居民"
          maxLength={300}
          value={action.note ?? ''}
          onChange={(note) => onChange({ ...action, note })}
        />
      ) : null}
      {action.do === 'tell' ? (
        <Select
          label="通知到哪里"
          options={noticePlaces.map((value) => ({ value, label: noticePlaceNames[value] }))}
          value={action.where}
          onChange={(where) => (where === undefined ? undefined : onChange({ ...action, where }))}
        />
      ) : null}
    </Stack>
  )
}

const here = 'here.'
const another = 'another.'
