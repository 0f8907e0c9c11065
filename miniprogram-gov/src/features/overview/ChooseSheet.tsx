import { boardMeasures, ledgerMeasures, mostColumns } from '@zmht/shared/overview'
import {
  Button,
  CheckboxList,
  createResource,
  Loaded,
  ProblemNotice,
  Sheet,
  Stack,
  Text,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'

/** The ledgers a board may show: those that cover where the reader works. */
const ledgers = createResource<readonly { readonly id: string; readonly name: string }[]>(async () =>
  (await api.ledgers.list({ query: {} })).items.map(({ id, name }) => ({ id, name })),
)

/** Which numbers the boards of one's organisation show. */
export function ChooseSheet({
  chosen,
  onClose,
  onDone,
}: {
  readonly chosen: readonly string[]
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}) {
  const loaded = useResource(ledgers, 'own')
  const [picked, setPicked] = useState<readonly string[]>(chosen)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const tooMany = picked.length > mostColumns
  const save = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await api.overview.chooseMeasures({ body: { measures: [...picked] } })
      await onDone()
      toast('已保存，本单位的总览都按这样显示')
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Sheet
      open
      title="看哪些数"
      onClose={onClose}
      footer={
        <Button full loading={busy} disabled={tooMany || picked.length === 0} onPress={() => void save()}>
          {tooMany ? `最多 ${mostColumns} 个，请去掉 ${picked.length - mostColumns} 个` : '保存'}
        </Button>
      }
    >
      <Stack gap={3}>
        <Text tone="quiet">{`本单位的同事看到的都一样，最多 ${mostColumns} 个。`}</Text>
        <Loaded of={loaded}>
          {(all) => (
            <CheckboxList
              label="指标"
              options={[...boardMeasures, ...all.flatMap(ledgerMeasures)].map(({ id, name, says }) => ({
                value: id,
                label: name,
                detail: says,
              }))}
              values={picked}
              onChange={setPicked}
            />
          )}
        </Loaded>
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
    </Sheet>
  )
}
