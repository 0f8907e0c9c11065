import {
  type ApplicationProblem,
  partFollows,
  partKindNames,
  partName,
  renamed,
  withoutPart,
  withPart,
} from '@zmht/shared/applications'
import type { ApplicationContent, ApplicationPart } from '@zmht/shared/contract'
import { mostApplicationParts } from '@zmht/shared/rules'
import { Button, Card, goTo, Icon, List, RadioList, Row, Section, Stack, Text, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'
import type { Official } from '../session/official'
import { AddPartSheet } from './AddPartSheet'
import type { SaidAlready } from './local-drafts'
import { PartnersField } from './PartnersField'
import { partIcons, partPages } from './words'

export type ChangeContent = (next: (before: ApplicationContent) => ApplicationContent) => void

/** The parts, each with what may differ before it is there; what is inside is changed in its own builder once it was made. */
export function PartsEditor({
  me,
  content,
  made,
  problems,
  onChange,
  onSaid,
}: {
  readonly me: Official
  readonly content: ApplicationContent
  readonly made: Readonly<Record<string, string>>
  readonly problems: readonly ApplicationProblem[]
  readonly onChange: ChangeContent
  readonly onSaid: (said: SaidAlready) => void
}) {
  const [opened, setOpened] = useState<string>()
  const [adding, setAdding] = useState(false)
  return (
    <Section title={`组成（${content.parts.length}）`}>
      <List gap label="组成部分">
        {content.parts.map((part) => (
          <Card key={part.key} label={`${partKindNames[part.kind]}：${partName(part)}`}>
            <Stack gap={3}>
              <Row between top gap={3}>
                <Row gap={3} top>
                  <Icon name={partIcons[part.kind]} className="z-text--accent" />
                  <Stack gap={1} grow>
                    <Text strong>{`${partKindNames[part.kind]}：${partName(part)}`}</Text>
                    <Text size="small" tone="quiet">
                      {partFollows(part, content)}
                    </Text>
                  </Stack>
                </Row>
                <Row className="g-tools">
                  <Button
                    variant="text"
                    label={`${opened === part.key ? '收起' : '调整'}${partName(part)}`}
                    expanded={opened === part.key}
                    onPress={() => setOpened(opened === part.key ? undefined : part.key)}
                  >
                    {opened === part.key ? '收起' : '调整'}
                  </Button>
                </Row>
              </Row>
              {problems
                .filter((one) => one.part === part.key)
                .map(({ message }) => (
                  <Text key={message} size="small" tone="amber">
                    {message}
                  </Text>
                ))}
              {opened === part.key ? (
                <PartFields
                  content={content}
                  part={part}
                  made={made[part.key]}
                  onChange={onChange}
                  onRemove={() => {
                    setOpened(undefined)
                    onChange((before) => withoutPart(before, part.key))
                  }}
                />
              ) : null}
            </Stack>
          </Card>
        ))}
      </List>
      {content.parts.length < mostApplicationParts ? (
        <Button full variant="quiet" icon="plus" onPress={() => setAdding(true)}>
          加一个部分
        </Button>
      ) : (
        <Text size="small" tone="quiet">{`最多 ${mostApplicationParts} 个部分。`}</Text>
      )}
      {adding ? (
        <AddPartSheet
          me={me}
          content={content}
          onAdd={(next, said) => {
            if (said !== undefined) onSaid(said)
            onChange(next)
            setAdding(false)
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Section>
  )
}

const nameMost: Readonly<Record<ApplicationPart['kind'], number>> = { ledger: 30, service: 20, task: 30, notice: 30 }

function PartFields({
  content,
  part,
  made,
  onChange,
  onRemove,
}: {
  readonly content: ApplicationContent
  readonly part: ApplicationPart
  readonly made: string | undefined
  readonly onChange: ChangeContent
  readonly onRemove: () => void
}) {
  const put = (next: ApplicationPart) => onChange((before) => withPart(before, next))
  const isForWiring = part.kind === 'task' && part.content.about.of === 'one'
  return (
    <Stack gap={4}>
      <TextInput
        label="名称"
        maxLength={nameMost[part.kind]}
        value={partName(part)}
        onChange={(name) => put(renamed(part, name))}
      />
      {part.kind === 'ledger' || isForWiring ? null : (
        <RadioList
          label="什么时候开始"
          inline
          options={[
            { value: 'at-once', label: '一开通就开始' },
            { value: 'ready', label: '先备着' },
          ]}
          value={part.begin}
          onChange={(begin) => put({ ...part, begin })}
        />
      )}
      {part.kind === 'task' || part.kind === 'notice' ? (
        <TextInput
          label={part.kind === 'task' ? '几天内完成' : '在消息里保留几天'}
          kind="number"
          maxLength={3}
          value={String(part.days)}
          onChange={(days) => put({ ...part, days: Math.min(366, Math.max(1, Math.trunc(Number(days)) || 1)) })}
        />
      ) : null}
      {part.kind === 'service' ? <PartnersField content={content} part={part} onChange={onChange} /> : null}
      <Row gap={2} wrap between>
        {made === undefined ? (
          <Text size="small" tone="quiet">
            里面问什么、怎样填，开通以后在它自己的页面里改。
          </Text>
        ) : (
          <Button variant="quiet" onPress={() => goTo(partPages[part.kind], { id: made })}>
            打开它自己的页面
          </Button>
        )}
        <Button variant="text-danger" icon="trash" label={`去掉${partName(part)}`} onPress={onRemove}>
          去掉
        </Button>
      </Row>
    </Stack>
  )
}
