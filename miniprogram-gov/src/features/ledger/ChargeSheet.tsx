import type { AskedChargeReply } from '@zmht/shared/contract'
import { chargeKinds } from '@zmht/shared/permission'
import { Button, KeyValue, ProblemNotice, Row, Sheet, Stack, TextArea, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { call } from '@/lib/phone'

/** One request to act for somebody: what was said, a call to check, and the decision with its reason. */
export function ChargeSheet({
  charge,
  onClose,
  onDecided,
}: {
  readonly charge: AskedChargeReply | undefined
  readonly onClose: () => void
  readonly onDecided: () => Promise<void>
}) {
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const [busy, setBusy] = useState<'accept' | 'decline'>()
  const [failed, setFailed] = useState<unknown>()
  if (charge === undefined) return null
  const decide = async (accept: boolean) => {
    setWrong(reason.trim() === '')
    if (reason.trim() === '' || busy !== undefined) return
    setBusy(accept ? 'accept' : 'decline')
    try {
      await api.ledgers.decideCharge({
        params: { chargeId: charge.id },
        body: { edition: charge.edition, accept, reason: reason.trim() },
      })
      toast(accept ? '已通过，申请人马上可以代办' : '没有通过，申请人会看到理由')
      await onDecided()
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(undefined)
    }
  }
  return (
    <Sheet
      open
      title="代办申请"
      onClose={onClose}
      footer={
        <Row gap={3}>
          <Button variant="quiet" loading={busy === 'decline'} onPress={() => void decide(false)}>
            不通过
          </Button>
          <Button loading={busy === 'accept'} onPress={() => void decide(true)}>
            核实无误，通过
          </Button>
        </Row>
      }
    >
      <Stack gap={4}>
        <KeyValue
          rows={[
            { key: '申请人', value: charge.who || '居民' },
            { key: '替谁办', value: charge.name },
            { key: '身份', value: chargeKinds[charge.as] },
            { key: '起止', value: `${charge.from} 至 ${charge.until ?? '长期'}` },
            { key: '所在', value: charge.place },
            { key: '说明', value: charge.reason },
          ]}
        />
        {charge.phone === '' ? null : (
          <Button variant="quiet" icon="phone" onPress={() => call(charge.phone)}>
            {`打电话核实 ${charge.phone}`}
          </Button>
        )}
        <TextArea
          label="核实情况"
          hint="申请人会看到，例如：已入户核实母女关系"
          value={reason}
          onChange={setReason}
          maxLength={200}
          error={wrong && reason.trim() === '' ? '请写明核实的情况' : undefined}
        />
        {failed === undefined ? null : <ProblemNotice error={failed} />}
      </Stack>
    </Sheet>
  )
}
