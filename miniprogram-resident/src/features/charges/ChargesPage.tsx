import type { ChargeReply } from '@zmht/shared/contract'
import { dayInChina } from '@zmht/shared/rules'
import {
  Button,
  Card,
  ConfirmSheet,
  EmptyState,
  goTo,
  List,
  Loaded,
  Row,
  Screen,
  Stack,
  Tag,
  Text,
  TextArea,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { facts } from '../me/resources'
import { Gate } from '../session/Gate'
import { charges } from './resources'
import { canEnd, stateOf, termOf } from './words'

/** For whom I may act: wards, those I care for, organisations. */
export function ChargesPage() {
  return <Gate>{() => <Charges />}</Gate>
}

function Charges() {
  const known = useResource(charges, 'mine')
  const [ending, setEnding] = useState<ChargeReply>()
  const today = dayInChina(useNow())
  return (
    <Screen
      title="我代办的人和单位"
      back={pages.me}
      footer={
        <Button full large onPress={() => goTo(pages.askCharge)}>
          申请代办
        </Button>
      }
    >
      <Text tone="quiet">社区核实以后，您可以看到对方已登记的资料，替对方填写和更正。每一项都有开始和截止的日期。</Text>
      <Loaded of={known}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon="family"
              title="还没有代办的人或单位"
              detail="孩子、行动不便的老人，或您任职的单位，都可以申请由您代办。"
            />
          ) : (
            <List gap label="代办的人和单位">
              {items.map((charge) => (
                <ChargeCard key={charge.id} charge={charge} today={today} onEnd={() => setEnding(charge)} />
              ))}
            </List>
          )
        }
      </Loaded>
      <EndSheet charge={ending} onClose={() => setEnding(undefined)} />
    </Screen>
  )
}

function ChargeCard({
  charge,
  today,
  onEnd,
}: {
  readonly charge: ChargeReply
  readonly today: string
  readonly onEnd: () => void
}) {
  const { words, tone } = stateOf(charge, today)
  return (
    <Card label={charge.name}>
      <Stack gap={2}>
        <Row between>
          <Text size="large" strong>
            {charge.name}
          </Text>
          <Tag tone={tone}>{words}</Tag>
        </Row>
        <Text tone="quiet">{termOf(charge)}</Text>
        {charge.answer === undefined ? null : <Text>{`社区答复：${charge.answer}`}</Text>}
        {canEnd(charge, today) ? (
          <Button variant="quiet" onPress={onEnd}>
            {`不再代办${charge.name}`}
          </Button>
        ) : null}
      </Stack>
    </Card>
  )
}

function EndSheet({ charge, onClose }: { readonly charge: ChargeReply | undefined; readonly onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  if (charge === undefined) return null
  return (
    <ConfirmSheet
      open
      title="不再代办"
      consequence={`您马上就看不到${charge.name}的资料，也不能再替${charge.kind === 'person' ? '对方' : '单位'}填写。已经提交的申请不受影响。`}
      confirm="不再代办"
      variant="danger"
      onClose={onClose}
      onConfirm={async () => {
        setWrong(reason.trim() === '')
        if (reason.trim() === '') return
        await api.ledgers.endCharge({
          params: { chargeId: charge.id },
          body: { edition: charge.edition, reason: reason.trim() },
        })
        await Promise.all([charges.refresh('mine'), facts.refresh('mine')])
        toast('已结束代办')
        onClose()
      }}
    >
      <TextArea
        label="原因"
        value={reason}
        onChange={setReason}
        maxLength={200}
        error={wrong && reason.trim() === '' ? '请写明原因' : undefined}
      />
    </ConfirmSheet>
  )
}
