import type { LedgerReply, SheetImportReply } from '@zmht/shared/contract'
import { Box, Button, Card, ConfirmSheet, goOnTo, Heading, Row, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { countWords } from '../ledgers/words'
import { DownloadWrong } from './DownloadWrong'
import { isGoing } from './import-steps'
import type { SheetImport } from './useSheetImport'
import { WorkingLine } from './WorkingLine'
import { stateWords } from './words'

/** Rows being taken in, and what became of them; all of it can be undone. */
export function RunStep({
  ledger,
  one,
  value,
  onAgain,
}: {
  readonly ledger: LedgerReply
  readonly one: SheetImport
  readonly value: SheetImportReply
  readonly onAgain: () => void
}) {
  const [asking, setAsking] = useState(false)
  const { state, message, imported, failed, wrongSheet, id, ledgerId } = value
  if (isGoing(value)) return <WorkingLine one={one} value={value} />
  const mayUndo = (state === 'done' || state === 'cancelled') && imported > 0
  return (
    <Stack gap={4} className="g-column">
      <Card>
        <Box live="polite">
          <Stack gap={3}>
            <Heading level={2}>{stateWords[state].name}</Heading>
            <Text>{message}</Text>
            {failed === 0 ? null : (
              <Text tone="danger">{`有 ${countWords(failed)} 行检查时没问题、导入时没成，原因写在下载的表格里。`}</Text>
            )}
            {wrongSheet ? <DownloadWrong value={value} /> : null}
          </Stack>
        </Box>
      </Card>
      <Row gap={3} wrap>
        <Button onPress={() => goOnTo(pages.rows, { id: ledger.id })}>看台账</Button>
        <Button variant="quiet" onPress={onAgain}>
          再导入一个
        </Button>
        {mayUndo ? (
          <Button variant="text-danger" icon="undo" onPress={() => setAsking(true)}>
            撤销这次导入
          </Button>
        ) : null}
      </Row>
      <ConfirmSheet
        open={asking}
        title="撤销这次导入？"
        consequence={`这次导入登记的 ${countWords(imported)} 行会全部收回：新登记的从台账里消失，补充过的恢复成导入以前的说法。别人另外登记、更正的不受影响。撤销以后要用，只能重新导入。`}
        confirm="撤销导入"
        variant="danger"
        onConfirm={async () => {
          await one.act(() => api.ledgers.undoImport({ params: { ledgerId, importId: id } }))
          setAsking(false)
        }}
        onClose={() => setAsking(false)}
      />
    </Stack>
  )
}
