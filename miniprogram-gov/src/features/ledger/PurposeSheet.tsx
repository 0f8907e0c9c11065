import { Button, Pressable, ProblemNotice, Row, Sheet, Stack, Text, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'

const usual = ['核对申请资料', '上门走访前确认情况', '联系本人或家属'] as const

/** Hidden values are shown whole only for a stated purpose, which stays on record. */
export function PurposeSheet({
  look,
  onClose,
}: {
  /** Asks for the whole values and shows them; throws what stood in the way. */
  readonly look: (purpose: string) => Promise<void>
  readonly onClose: () => void
}) {
  const [purpose, setPurpose] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const see = async () => {
    const said = purpose.trim()
    if (said === '') {
      setWrong('请写明查看理由')
      return
    }
    setBusy(true)
    setError(undefined)
    try {
      await look(said)
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
          <Button full large loading={busy} onPress={() => void see()}>
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
