import type { LedgerReply, SheetImportReply } from '@zmht/shared/contract'
import { Button, Card, EmptyState, ProblemNotice, RadioList, Row, Section, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { countWords } from '../ledgers/words'
import { CancelImport } from './CancelImport'
import { Counts } from './Counts'
import { DownloadWrong } from './DownloadWrong'
import { ImportRows } from './ImportRows'
import type { SheetImport } from './useSheetImport'

type How = NonNullable<SheetImportReply['how']>

/** What checking found, and how to go on. */
export function CheckStep({
  ledger,
  one,
  value,
  onColumns,
  onAgain,
}: {
  readonly ledger: LedgerReply
  readonly one: SheetImport
  readonly value: SheetImportReply
  readonly onColumns: () => void
  readonly onAgain: () => void
}) {
  const { preview, id, ledgerId } = value
  const good = preview === undefined ? 0 : preview.new + preview.known
  const refused = preview === undefined ? 0 : preview.duplicate + preview.wrong
  const [chosen, setChosen] = useState<How>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const how = chosen ?? (refused === 0 ? 'all-or-nothing' : 'valid-only')
  const start = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await one.act(() => api.ledgers.startImport({ params: { ledgerId, importId: id }, body: { how } }))
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  if (preview === undefined) return null
  return (
    <Stack gap={4}>
      <Row between gap={3} wrap>
        <Text>{`${value.name}：检查完了，还没有导入任何一行`}</Text>
        <Row gap={2} wrap>
          <Button variant="text" onPress={onColumns}>
            改各列的对应
          </Button>
          <Button variant="text" onPress={onAgain}>
            换一个文件
          </Button>
          <CancelImport one={one} value={value} />
        </Row>
      </Row>
      <Counts preview={preview} ledger={ledger} />
      {refused === 0 ? null : (
        <Section title={`不导入的 ${countWords(refused)} 行，为什么`}>
          <Card>
            <Stack gap={2}>
              {preview.reasons.map(({ reason, rows }) => (
                <Row key={reason} between gap={3} top>
                  <Text>{reason}</Text>
                  <Text numeric strong>{`${countWords(rows)} 行`}</Text>
                </Row>
              ))}
              {value.wrongSheet ? <DownloadWrong value={value} /> : null}
            </Stack>
          </Card>
        </Section>
      )}
      <ImportRows key={`${id} ${value.message}`} value={value} refused={refused} />
      {good === 0 ? (
        <EmptyState icon="document" title="没有可以导入的行" detail="请改各列的对应，或者下载改好表格后重新上传。" />
      ) : (
        <Section title="怎样导入">
          <Card>
            <Stack gap={4} className="g-column">
              <RadioList<How>
                label="怎样导入"
                options={[
                  {
                    value: 'valid-only',
                    label: '只导入没问题的',
                    detail: `导入 ${countWords(good)} 行，其余 ${countWords(refused)} 行可以下载改好再导`,
                  },
                  {
                    value: 'all-or-nothing',
                    label: '全部都对才导入',
                    detail:
                      refused === 0
                        ? `${countWords(good)} 行全部导入；中途有一行不成，就一行也不留`
                        : `还有 ${countWords(refused)} 行不能导入，选这个要先改好表格重新上传`,
                  },
                ]}
                value={how}
                onChange={setChosen}
              />
              {error === undefined ? null : <ProblemNotice error={error} />}
              <Row>
                <Button
                  large
                  loading={busy}
                  disabled={how === 'all-or-nothing' && refused > 0}
                  onPress={() => void start()}
                >
                  {`导入 ${countWords(good)} 行`}
                </Button>
              </Row>
            </Stack>
          </Card>
        </Section>
      )}
    </Stack>
  )
}
