import type { LedgerReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Box, Button, Card, goTo, Notice, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { may, type Official } from '../session/official'
import { EndLedger } from './EndLedger'

/** What a ledger is, who is in it, who keeps it; and what can be done with it. */
export function LedgerHead({ me, ledger }: { readonly me: Official; readonly ledger: LedgerReply }) {
  const [ending, setEnding] = useState(false)
  const { content, organisation, within, rule } = ledger
  if (ledger.ended) {
    return (
      <Notice tone="amber" title="这本台账已经停用">
        里面每个人、每件东西的资料都还在，可以在别的台账里看到，也可以从“台账”页搜索。
      </Notice>
    )
  }
  return (
    <Card>
      <Box className="g-ledger-head">
        <Stack gap={1} grow>
          {content.about === '' ? null : <Text>{content.about}</Text>}
          <Text size="small" tone="quiet">{`登记谁：${rule}`}</Text>
          <Text size="small" tone="quiet">
            {`${organisation.name}建 · 范围 ${within.map(shortName).join('、')}`}
          </Text>
        </Stack>
        <Box className="g-toolbar">
          {may(me, 'statistics.read') ? (
            <Button variant="quiet" icon="chart" onPress={() => goTo(pages.ledgerStatistics, { id: ledger.id })}>
              统计
            </Button>
          ) : null}
          {may(me, 'statistics.read') ? (
            <Button variant="quiet" icon="check" onPress={() => goTo(pages.freshness, { id: ledger.id })}>
              完整和新鲜
            </Button>
          ) : null}
          {may(me, 'ledger.edit') ? (
            <Button variant="quiet" icon="clock" onPress={() => goTo(pages.due, { id: ledger.id })}>
              该更新的
            </Button>
          ) : null}
          {may(me, 'ledger.edit') ? (
            <Button variant="quiet" icon="document" onPress={() => goTo(pages.importRows, { id: ledger.id })}>
              导入
            </Button>
          ) : null}
          {ledger.mayWrite ? (
            <>
              <Button variant="quiet" icon="edit" onPress={() => goTo(pages.buildLedger, { id: ledger.id })}>
                修改台账
              </Button>
              <Button variant="text-danger" onPress={() => setEnding(true)}>
                停用
              </Button>
            </>
          ) : null}
        </Box>
      </Box>
      {ending ? <EndLedger ledger={ledger} onClose={() => setEnding(false)} /> : null}
    </Card>
  )
}
