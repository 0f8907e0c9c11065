import type { DeliveryReply, SheetImportCardReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  ConfirmSheet,
  EmptyState,
  formatExact,
  goTo,
  KeyValue,
  List,
  ListRow,
  Section,
  Stack,
  Text,
  toast,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { dataSetOf, type WholeDataSet } from './resources'
import { useRefreshWhile } from './useRefreshWhile'

/** The sheets of a data set: those that are ready to be sent down, and what became of those that were. */
export function Deliveries({ dataSet }: { readonly dataSet: WholeDataSet }) {
  const [sending, setSending] = useState<SheetImportCardReply>()
  const paged = usePaged<SheetImportCardReply>(
    useCallback(
      (cursor: string | undefined) =>
        api.ledgers.imports({
          params: { ledgerId: dataSet.ledgerId },
          query: cursor === undefined ? {} : { cursor },
        }),
      [dataSet.ledgerId],
    ),
  )
  const isGoing = dataSet.deliveries.some(({ job }) => job?.state === 'waiting' || job?.state === 'running')
  useRefreshWhile(isGoing, () => dataSetOf.refresh(dataSet.id))
  const sent = new Set(dataSet.deliveries.map(({ id }) => id))
  const ready = paged.items.filter(({ id, state }) => state === 'checked' && !sent.has(id))
  return (
    <>
      <Section
        title="下发表格"
        action={
          <Button variant="quiet" icon="plus" onPress={() => goTo(pages.importRows, { id: dataSet.ledgerId })}>
            上传表格
          </Button>
        }
      >
        <Text tone="quiet" className="g-prose">
          先上传表格，核对各列并检查；不要开始导入。检查完的表格会列在下面，下发后按地点分给批准过的单位。
        </Text>
        {ready.length === 0 ? null : (
          <Card flush>
            <List label="检查完、可以下发的表格">
              {ready.map((one, at) => (
                <ListRow
                  key={one.id}
                  line={at > 0}
                  icon="document"
                  title={`下发 ${one.name}`}
                  detail={one.message}
                  onPress={() => setSending(one)}
                />
              ))}
            </List>
          </Card>
        )}
      </Section>
      <Section title="下发过的表格">
        {dataSet.deliveries.length === 0 ? (
          <Card>
            <EmptyState icon="document" title="还没有下发过" detail="下发以后，对上几行、没对上哪几行会列在这里。" />
          </Card>
        ) : (
          <List gap label="下发过的表格">
            {dataSet.deliveries.map((one) => (
              <Delivery key={one.id} one={one} />
            ))}
          </List>
        )}
      </Section>
      <ConfirmSheet
        open={sending !== undefined}
        title={`下发 ${sending?.name ?? ''}`}
        consequence="表格里的每一行会按地点分给批准过的单位，只给批准过的内容；没有对上已登记对象的行会告诉您，不会新建。"
        confirm="下发"
        onClose={() => setSending(undefined)}
        onConfirm={async () => {
          if (sending === undefined) return
          await api.ledgers.deliverSheet({ params: { dataSetId: dataSet.id, deliveryId: sending.id } })
          setSending(undefined)
          toast('正在下发，进度显示在下面')
          await dataSetOf.refresh(dataSet.id)
        }}
      />
    </>
  )
}

function Delivery({ one }: { readonly one: DeliveryReply }) {
  return (
    <Card>
      <Stack gap={3}>
        <KeyValue
          rows={[
            { key: '表格', value: one.name },
            { key: '下发', value: formatExact(one.at) },
            { key: '进度', value: one.job?.message ?? '正在下发' },
            { key: '对上', value: `${one.matched} 行` },
            { key: '没对上', value: `${one.unmatched} 行` },
            { key: '没有单位申请', value: `${one.unasked} 行` },
          ]}
        />
        {one.problems.length === 0 ? null : (
          <List label={`${one.name}里没有对上的行`}>
            {one.problems.map(({ row, message }) => (
              <Text key={row} size="small" tone="amber">
                {`第 ${row} 行：${message}`}
              </Text>
            ))}
          </List>
        )}
      </Stack>
    </Card>
  )
}
