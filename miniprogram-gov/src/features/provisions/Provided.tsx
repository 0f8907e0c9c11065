import type { ProvidedRowReply, ProvisionReply } from '@zmht/shared/contract'
import { placeField } from '@zmht/shared/provisions'
import { Box, Button, Card, EmptyState, goTo, KeyValue, Section, Stack, Text, usePaged } from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { PagedTable } from '../frame/PagedTable'
import { CellText } from '../ledgers/CellText'
import { may, type Official } from '../session/official'
import { provisionOf } from './resources'

/** The data itself: only after somebody asked for it, for each page is kept in the audit. */
export function Provided({ me, one }: { readonly me: Official; readonly one: ProvisionReply }) {
  const [open, setOpen] = useState(false)
  return (
    <Section title="数据">
      {open ? (
        <Rows me={me} one={one} />
      ) : (
        <Card>
          <Stack gap={3}>
            <Text tone="quiet">{`您每翻一页都会按“${one.reason}”记录下来，提供单位看得到。不能导出。`}</Text>
            <Box>
              <Button icon="eye" onPress={() => setOpen(true)}>
                查看数据
              </Button>
            </Box>
          </Stack>
        </Card>
      )}
    </Section>
  )
}

function Rows({ me, one }: { readonly me: Official; readonly one: ProvisionReply }) {
  const paged = usePaged<ProvidedRowReply>(
    useCallback(
      async (cursor: string | undefined) => {
        const page = await api.ledgers.provisionRows({
          params: { provisionId: one.id },
          query: cursor === undefined ? {} : { cursor },
        })
        // Who looked has changed by it.
        void provisionOf.refresh(one.id)
        return page
      },
      [one.id],
    ),
  )
  const fields = one.fields.filter(({ key, given }) => key !== placeField && given !== 'none')
  const called = ({ name }: ProvidedRowReply): string => name || '没有给姓名'
  // Whoever sees only what was given has no more of them to open.
  const open = may(me, 'ledger.read') ? ({ id }: ProvidedRowReply) => goTo(pages.entity, { id }) : undefined
  return (
    <PagedTable
      paged={paged}
      label={one.name}
      keyOf={({ id }) => id}
      onOpen={open}
      card={(row) => (
        <Card {...(open === undefined ? {} : { onPress: () => open(row) })}>
          <Stack gap={2}>
            <Text strong>{called(row)}</Text>
            <KeyValue
              rows={[
                ...fields.map(({ key, label }) => ({ key: label, value: <CellText cell={row.cells[key]} /> })),
                { key: '地址', value: row.place },
              ]}
            />
          </Stack>
        </Card>
      )}
      columns={[
        { key: '#place', head: '地址', narrow: true, cell: ({ place }) => place },
        ...fields.map(({ key, label }) => ({
          key,
          head: label,
          narrow: true,
          cell: (row: ProvidedRowReply) => <CellText cell={row.cells[key]} />,
        })),
        { key: '#source', head: '来源', cell: ({ source }: ProvidedRowReply) => source },
      ]}
      empty={<EmptyState icon="ledger" title="这里还没有数据" detail="提供单位登记或下发以后，会显示在这里。" />}
    />
  )
}
