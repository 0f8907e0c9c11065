import type { LedgerReply, SheetImportCardReply, SheetImportReply } from '@zmht/shared/contract'
import {
  Card,
  EmptyState,
  formatAge,
  ListRow,
  Notice,
  PagedList,
  ProblemNotice,
  Section,
  Stack,
  Tag,
  useNow,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { FileDrop } from '../frame/FileDrop'
import { refusalOf } from './refusal'
import { uploadSheet } from './upload'
import { stateWords } from './words'

/** The sheet as it is in use; and the imports of before, to go on with. */
export function UploadStep({
  ledger,
  onUploaded,
  onOpen,
}: {
  readonly ledger: LedgerReply
  readonly onUploaded: (one: SheetImportReply) => void
  readonly onOpen: (importId: string) => void
}) {
  const [share, setShare] = useState<number>()
  const [wrong, setWrong] = useState<string>()
  const [error, setError] = useState<unknown>()
  const take = async (file: File) => {
    const refusal = refusalOf(file)
    setWrong(refusal)
    setError(undefined)
    if (refusal !== undefined) return
    setShare(0)
    try {
      onUploaded(await uploadSheet(ledger.id, file, setShare))
    } catch (problem) {
      setError(problem)
      setShare(undefined)
    }
  }
  return (
    <Stack gap={6} className="g-column">
      <Stack gap={3}>
        <FileDrop
          accept=".xlsx,.csv"
          note=".xlsx 或 .csv，不超过 30 MB、20 万行。表头叫什么都可以，下一步再对应。"
          reading={share === undefined ? undefined : `正在上传（${Math.round(share * 100)}%），请不要关闭这一页`}
          onFile={(file) => void take(file)}
        />
        {wrong === undefined ? null : <Notice tone="danger" title={wrong} />}
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
      <MyImports ledgerId={ledger.id} onOpen={onOpen} />
    </Stack>
  )
}

function MyImports({ ledgerId, onOpen }: { readonly ledgerId: string; readonly onOpen: (importId: string) => void }) {
  const now = useNow()
  const paged = usePaged<SheetImportCardReply>(
    useCallback(
      (cursor: string | undefined) =>
        api.ledgers.imports({ params: { ledgerId }, query: cursor === undefined ? {} : { cursor } }),
      [ledgerId],
    ),
  )
  return (
    <Section title="我导入过的">
      <PagedList
        paged={paged}
        label="我导入过的"
        keyOf={({ id }) => id}
        render={(one) => (
          <Card flush>
            <ListRow
              icon="document"
              title={one.name}
              detail={`${one.message} · ${formatAge(one.at, now)}`}
              end={<Tag tone={stateWords[one.state].tone}>{stateWords[one.state].name}</Tag>}
              onPress={() => onOpen(one.id)}
            />
          </Card>
        )}
        empty={
          <EmptyState icon="document" title="还没有导入过" detail="上传以后，没做完的会留在这里，随时可以接着做。" />
        }
      />
    </Section>
  )
}
