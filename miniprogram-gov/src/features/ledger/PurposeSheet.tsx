import type { EntityReply } from '@zmht/shared/contract'
import { Button, Pressable, ProblemNotice, Row, Sheet, Stack, Text, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'

const usual = ['核对申请资料', '上门走访前确认情况', '联系本人或家属'] as const

/** Hidden values are shown whole only for a stated purpose, which stays on record. */
export function PurposeSheet({
  entityId,
  onClose,
  onSeen,
}: {
  readonly entityId: string
  readonly onClose: () => void
  readonly onSeen: (entity: EntityReply, purpose: string) => void
}) {
  const [purpose, setPurpose] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const look = async () => {
    const said = purpose.trim()
    if (said === '') {
      setWrong('请写明查看理由')
      return
    }
    setBusy(true)
    setError(undefined)
    try {
      onSeen(await api.ledgers.entity({ params: { entityId }, query: { purpose: said } }), said)
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Sheet
      open
      title="查看完整内容"
      onClose={onClose}
      footer={
        <>
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full large loading={busy} onPress={() => void look()}>
            写明理由，查看
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <Text>被隐藏的是敏感内容。您的姓名、查看时间和理由会留下记录。</Text>
        <TextInput
          label="查看理由"
          maxLength={60}
          value={purpose}
          error={wrong}
          onChange={(typed) => {
            setPurpose(typed)
            setWrong(undefined)
          }}
        />
        <Row wrap gap={2} label="常用理由">
          {usual.map((words) => (
            <Pressable key={words} className="g-chip" onPress={() => setPurpose(words)}>
              {words}
            </Pressable>
          ))}
        </Row>
      </Stack>
    </Sheet>
  )
}
