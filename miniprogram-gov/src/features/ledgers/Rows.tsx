import type { LedgerReply, RowReply } from '@zmht/shared/contract'
import { Box, goTo, Stack, usePaged } from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { may, type Official } from '../session/official'
import { FoundEntities } from './FoundEntities'
import { HandKept } from './HandKept'
import { JobLine } from './JobLine'
import { NarrowRows } from './NarrowRows'
import { NoRows } from './NoRows'
import { RowsTable } from './RowsTable'
import { rowsQuery } from './rows-view'
import { TakeOut } from './TakeOut'
import { useColumnChoice } from './useColumnChoice'
import { useEntitySearch } from './useEntitySearch'
import { useLedgerJob } from './useLedgerJob'
import { useRowsView } from './useRowsView'

const onePage = 20

/** Who or what is in a ledger, narrowed by what stands in the address. */
export function Rows({ me, ledger }: { readonly me: Official; readonly ledger: LedgerReply }) {
  const { view, setView } = useRowsView()
  const { id, content } = ledger
  const choice = useColumnChoice(ledger)
  const reads = may(me, 'ledger.read')
  const paged = usePaged<RowReply>(
    useCallback(
      async (cursor: string | undefined) =>
        reads ? api.ledgers.rows({ params: { ledgerId: id }, query: rowsQuery(view, cursor) }) : { items: [] },
      [reads, id, view],
    ),
  )
  const job = useLedgerJob(ledger, (all) => {
    // Who has read on is not thrown back to the top for a few rows more.
    if (all || paged.items.length <= onePage) void paged.reload()
  })
  const [typed, setTyped] = useState('')
  const search = useEntitySearch(typed, content.kind)
  /** Pressing a row takes it out: only in ledgers kept by hand. */
  const [taking, setTaking] = useState(false)
  const [asked, setAsked] = useState<RowReply>()
  const open = (row: RowReply) => (taking ? setAsked(row) : goTo(pages.entity, { id: row.id }))
  if (!reads) return <NoRows why="not-allowed" me={me} ledger={ledger} onAll={() => undefined} />
  return (
    <Stack gap={4} className="g-rows">
      {job === undefined ? null : <JobLine job={job} mayWrite={ledger.mayWrite} />}
      <NarrowRows
        me={me}
        ledger={ledger}
        view={view}
        onView={setView}
        choice={choice}
        typed={typed}
        onType={setTyped}
      />
      {typed.trim() !== '' ? (
        <FoundEntities typed={typed} search={search} onPress={(found) => goTo(pages.entity, { id: found.id })} />
      ) : (
        <>
          {content.membership.by === 'hand' && may(me, 'ledger.edit') ? (
            <HandKept ledger={ledger} taking={taking} onTaking={setTaking} onChanged={() => void paged.reload()} />
          ) : null}
          <Box>
            <RowsTable
              ledger={ledger}
              paged={paged}
              columns={choice.shown}
              onOpen={open}
              empty={
                <NoRows
                  why={
                    job === undefined
                      ? Object.values(rowsQuery(view, undefined)).length > 0
                        ? 'narrowed'
                        : 'none'
                      : 'arranging'
                  }
                  me={me}
                  ledger={ledger}
                  onAll={() => setView({ filters: {} })}
                />
              }
            />
          </Box>
        </>
      )}
      {asked === undefined ? null : (
        <TakeOut
          ledger={ledger}
          row={asked}
          onDone={() => {
            setAsked(undefined)
            void paged.reload()
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Stack>
  )
}
