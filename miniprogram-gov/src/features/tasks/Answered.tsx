import type { ItemReply } from '@zmht/shared/contract'
import { itemTransitions } from '@zmht/shared/rules'
import {
  AnswersView,
  Button,
  Card,
  formatWhen,
  Notice,
  ProblemNotice,
  Row,
  Section,
  Stack,
  Text,
  toast,
  useNow,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { places } from '@/lib/api'
import { useKnowledge } from '@/lib/knowledge'
import { NoteSheet } from './NoteSheet'
import type { Offline } from './offline'
import { useItemFiles } from './useItemFiles'
import { useItemMove } from './useItemMove'

/** What those an item is about filled in themselves: right as it is, to be put right by them, or by whoever looks. */
export function Answered({
  item,
  latest,
  offline,
  onCorrect,
}: {
  readonly item: ItemReply
  readonly latest: NonNullable<ItemReply['latest']>
  readonly offline: Offline | undefined
  /** The official fills in what is right. */
  readonly onCorrect: () => void
}) {
  const now = useNow()
  const knowledge = useKnowledge()
  const [asking, setAsking] = useState(false)
  const { move, busy, error } = useItemMove(item.id)
  const { files, asking: purpose } = useItemFiles(offline, item.id)
  const may = (action: ItemReply['actions'][number]) => item.actions.includes(action)
  const isOwn = !may('confirm')
  const isSecond = item.task.done === 'checked'
  return (
    <Section title={isOwn ? '已填好，等别人核实' : isSecond ? '填好了，请您核实' : '对方填的，请核实'}>
      <Card>
        <Stack gap={4}>
          <Stack gap={1}>
            <Text strong>{`${latest.by}填的`}</Text>
            <Text size="small" tone="quiet" numeric>
              {formatWhen(latest.at, now)}
            </Text>
          </Stack>
          <AnswersView
            knowledge={knowledge}
            form={item.form}
            answers={latest.answers}
            places={places}
            files={files}
            now={now}
          />
          {purpose}
        </Stack>
      </Card>
      {error === undefined || asking ? null : <ProblemNotice error={error} />}
      {may('confirm') ? (
        <Stack gap={2}>
          <Button
            full
            large
            icon="check"
            loading={busy === 'confirm'}
            onPress={() => void move('confirm').then((done) => done && toast('已核实，算作完成'))}
          >
            {itemTransitions.confirm.label}
          </Button>
          <Text size="small" tone="quiet">
            {itemTransitions.confirm.consequence}
          </Text>
        </Stack>
      ) : null}
      {isOwn ? (
        <Notice>由同事或上级单位核实后才算完成，台账随即更新。自己填的不能自己核实，要改可以再填。</Notice>
      ) : null}
      <Row gap={2} wrap>
        {may('send-back') ? (
          <Button variant="quiet" onPress={() => setAsking(true)}>
            {itemTransitions['send-back'].label}
          </Button>
        ) : null}
        {may('answer') ? (
          <Button variant="quiet" icon="edit" onPress={onCorrect}>
            {isOwn ? '再改一下' : '由我更正'}
          </Button>
        ) : null}
      </Row>
      <NoteSheet
        open={asking}
        title={itemTransitions['send-back'].label}
        consequence={itemTransitions['send-back'].consequence}
        hint="例如：面积和房产证不一致，请再看一下"
        missing="请写明要改什么，填的人会看到"
        confirm="发给填的人"
        busy={busy === 'send-back'}
        error={error}
        onClose={() => setAsking(false)}
        onSend={async (note) => {
          if (!(await move('send-back', note))) return
          setAsking(false)
          toast('已请填的人修改')
        }}
      />
    </Section>
  )
}
