import { mintChargeId } from '@zmht/shared/contract'
import { type ChargeKind, chargeKinds } from '@zmht/shared/permission'
import { dayInChina } from '@zmht/shared/rules'
import {
  Button,
  Card,
  DatePicker,
  EmptyState,
  goOnTo,
  Loaded,
  ProblemNotice,
  RadioList,
  Screen,
  Section,
  Stack,
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
import { OrganisationChoice } from './OrganisationChoice'
import { charges } from './resources'

/** Asks to act for somebody of one's family, or for an organisation. */
export function AskChargePage() {
  return <Gate>{() => <AskCharge />}</Gate>
}

const kinds = (Object.keys(chargeKinds) as ChargeKind[]).map((value) => ({ value, label: chargeKinds[value] })) // keys of a literal

interface Draft {
  readonly as: ChargeKind
  readonly entity?: string
  readonly from: string
  readonly until?: string
  readonly reason: string
}

function AskCharge() {
  const today = dayInChina(useNow())
  const known = useResource(facts, 'mine')
  // Made once: pressed twice it is one request.
  const [id] = useState(mintChargeId)
  const [draft, setDraft] = useState<Draft>({ as: 'guardian', from: today, reason: '' })
  const [failed, setFailed] = useState<unknown>()
  const [checked, setChecked] = useState(false)
  const [sending, setSending] = useState(false)
  const change = (next: Partial<Draft>) => setDraft((now) => ({ ...now, ...next }))
  const wrongDates = draft.until !== undefined && draft.until <= draft.from
  const send = async () => {
    setChecked(true)
    const { entity, as, from, until, reason } = draft
    if (entity === undefined || reason.trim() === '' || wrongDates) return
    setSending(true)
    try {
      await api.ledgers.askCharge({
        params: { chargeId: id },
        body: { entity, as, from, reason: reason.trim(), ...(until === undefined ? {} : { until }) },
      })
      await charges.refresh('mine')
      toast('已提交，等社区核实')
      goOnTo(pages.charges)
    } catch (error) {
      setFailed(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <Screen
      title="申请代办"
      back={pages.charges}
      footer={
        <Button full large loading={sending} onPress={() => void send()}>
          提交给社区核实
        </Button>
      }
    >
      <RadioList<ChargeKind>
        label="您的身份"
        options={kinds}
        value={draft.as}
        onChange={(as) => setDraft(({ entity: _former, ...now }) => ({ ...now, as }))}
      />
      <Section title={draft.as === 'delegate' ? '替哪个单位' : '替谁办'}>
        {draft.as === 'delegate' ? (
          <OrganisationChoice value={draft.entity} onChange={(entity) => change({ entity })} />
        ) : (
          <Loaded of={known}>
            {({ family }) =>
              family.length === 0 ? (
                <EmptyState
                  icon="family"
                  title="还没有家人的资料"
                  detail="先替家人办一次事、填好姓名和身份证号，这里就能选到。"
                />
              ) : (
                <RadioList
                  label="家人"
                  options={family.map((one) => ({ value: one.id, label: one.name }))}
                  value={draft.entity ?? ''}
                  onChange={(entity) => change({ entity })}
                />
              )
            }
          </Loaded>
        )}
        {checked && draft.entity === undefined ? <Text tone="danger">请先选择替谁办</Text> : null}
      </Section>
      <Stack gap={4}>
        <DatePicker
          label="从哪天开始"
          value={draft.from}
          onChange={(from) => {
            if (from !== undefined) change({ from })
          }}
        />
        <DatePicker
          label="到哪天为止"
          hint="不填就是一直有效，随时可以结束"
          optional
          value={draft.until}
          error={wrongDates ? '截止日期应晚于开始日期' : undefined}
          onChange={(until) =>
            setDraft(({ until: _former, ...now }) => ({ ...now, ...(until === undefined ? {} : { until }) }))
          }
        />
        <TextArea
          label="说明"
          hint="例如：母亲行动不便，由我代办。社区可能会打电话向您核实"
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          maxLength={200}
          error={checked && draft.reason.trim() === '' ? '请写明为什么由您代办' : undefined}
        />
      </Stack>
      <Card>
        <Text tone="quiet">社区核实以前，您看不到对方的任何资料。核实结果会显示在「我代办的人和单位」里。</Text>
      </Card>
      {failed === undefined ? null : <ProblemNotice error={failed} />}
    </Screen>
  )
}
