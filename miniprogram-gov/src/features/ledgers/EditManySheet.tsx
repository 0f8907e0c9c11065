import { type LedgerReply, mintJobId } from '@zmht/shared/contract'
import type { Value } from '@zmht/shared/knowledge'
import {
  AttributeField,
  Button,
  type FormSurroundings,
  ProblemNotice,
  Select,
  Sheet,
  Stack,
  Text,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api, places } from '@/lib/api'
import { useKnowledge } from '@/lib/knowledge'
import { EditProgress } from './EditProgress'
import { editableTogether } from './edit-many'

const around: FormSurroundings = { places, startIn: undefined }

/** The same said of all that were picked: what, and as what; then how far it is, and taken back again. */
export function EditManySheet({
  ledger,
  picked,
  onDone,
  onClose,
}: {
  readonly ledger: LedgerReply
  readonly picked: readonly string[]
  /** It is over, or goes on without anybody looking. */
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const attributes = editableTogether(ledger.content, useKnowledge())
  const [code, setCode] = useState<string>()
  const [value, setValue] = useState<Value>()
  const [started, setStarted] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  /** Pressed again after no answer came it is the same edit. */
  const [importId] = useState(mintJobId)
  const attribute = attributes.find((one) => one.code === code)
  const start = async () => {
    if (attribute === undefined || value === undefined || busy) return
    setBusy(true)
    setError(undefined)
    try {
      await api.ledgers.startEdit({
        params: { ledgerId: ledger.id, importId },
        body: {
          entities: [...picked],
          facts: [{ attribute: attribute.code, value: typeof value === 'object' ? [...value] : value }],
        },
      })
      setStarted(importId)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet
      open
      wide
      title={`批量修改（${picked.length} 个）`}
      onClose={started === undefined ? onClose : onDone}
      footer={
        started === undefined ? (
          <Button
            full
            loading={busy}
            disabled={attribute === undefined || value === undefined}
            onPress={() => void start()}
          >
            {`改这 ${picked.length} 个`}
          </Button>
        ) : (
          <Button full onPress={onDone}>
            好了
          </Button>
        )
      }
    >
      {started !== undefined ? (
        <EditProgress ledgerId={ledger.id} importId={started} />
      ) : (
        <Stack gap={4}>
          <Select
            label="改哪一项"
            placeholder="请选择"
            options={attributes.map((one) => ({ value: one.code, label: one.name }))}
            value={code}
            onChange={(next) => {
              setCode(next)
              setValue(undefined)
            }}
          />
          {attribute === undefined ? null : (
            <AttributeField
              key={attribute.code}
              attribute={attribute}
              value={value}
              error={undefined}
              around={around}
              required
              onChange={setValue}
            />
          )}
          <Text size="small" tone="quiet">
            选中的每一个都会改成这样，和您逐个更正一样留下记录。改错了可以整批撤销，恢复成原来的说法。
          </Text>
          {error === undefined ? null : <ProblemNotice error={error} />}
        </Stack>
      )}
    </Sheet>
  )
}
