import { type LedgerReply, mostEdited, type RowReply } from '@zmht/shared/contract'
import { Box, goTo, Stack, usePaged } from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { useAgain } from '@/lib/useAgain'
import { may, type Official } from '../session/official'
import { EditManySheet } from './EditManySheet'
import { type Found, FoundLine } from './FoundLine'
import { HandKept } from './HandKept'
import { JobLine } from './JobLine'
import { NoRows } from './NoRows'
import { PastEditsSheet } from './PastEditsSheet'
import { PickBar } from './PickBar'
import { RowsTable } from './RowsTable'
import {
  filledIn,
  isSifted,
  isTooWide,
  narrowedBy,
  type RowsView,
  rowsQuery,
  siftedBody,
  sortedNext,
  wholeView,
} from './rows-view'
import { TakeOut } from './TakeOut'
import type { ColumnChoice } from './useColumnChoice'
import { useLedgerJob } from './useLedgerJob'
import { WideSearch } from './WideSearch'

const onePage = 20

/** One more than can be edited at once is not taken. */
function toggled(picked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  if (picked.has(id)) return new Set([...picked].filter((one) => one !== id))
  return picked.size < mostEdited ? new Set([...picked, id]) : picked
}

/** The rows page after page; pressed they open, or, while somebody picks or takes out, are picked or taken out. */
export function RowsList({
  me,
  ledger,
  view,
  onView,
  choice,
}: {
  readonly me: Official
  readonly ledger: LedgerReply
  readonly view: RowsView
  readonly onView: (view: RowsView) => void
  readonly choice: ColumnChoice
}) {
  const knowledge = useKnowledge()
  const { id, content } = ledger
  const [found, setFound] = useState<Found>()
  const paged = usePaged<RowReply>(
    useCallback(
      async (cursor: string | undefined) => {
        const params = { ledgerId: id }
        const asked = filledIn(view, content.kind, knowledge)
        if (!isSifted(asked)) {
          setFound(undefined)
          return api.ledgers.rows({ params, query: rowsQuery(asked, cursor) })
        }
        const { items, next, total, unseen } = await api.ledgers.sifted({ params, body: siftedBody(asked, cursor) })
        setFound({ total, unseen })
        return { items, ...(next === undefined ? {} : { next: String(next) }) }
      },
      [id, view, content.kind, knowledge],
    ),
  )
  // Who has read on is not thrown back to the top for a few rows more.
  const readTop = () => {
    if (paged.items.length <= onePage) void paged.reload()
  }
  const job = useLedgerJob(ledger, (all) => (all ? void paged.reload() : readTop()))
  const again = useAgain(readTop)
  const changed = () => {
    void paged.reload()
    again()
  }
  const tooWide = isTooWide(paged.error)
  // What is kept by hand is not arranged by itself: only what failed is told.
  const isByHand = content.membership.by === 'hand'
  const shownJob = isByHand && job?.state !== 'failed' ? undefined : job
  const why = shownJob !== undefined ? 'arranging' : narrowedBy(view) > 0 ? 'narrowed' : 'none'
  /** Pressing a row takes it out: only in ledgers kept by hand. */
  const [taking, setTaking] = useState(false)
  const [asked, setAsked] = useState<RowReply>()
  /** Pressing a row picks it, to be edited with others. */
  const [picked, setPicked] = useState<ReadonlySet<string>>()
  const [editing, setEditing] = useState<'picked' | 'past'>()
  const open = (row: RowReply) => {
    if (picked !== undefined) return setPicked(toggled(picked, row.id))
    return taking ? setAsked(row) : goTo(pages.entity, { id: row.id })
  }
  const edits = may(me, 'ledger.edit')
  return (
    <Stack gap={4}>
      {shownJob === undefined ? null : <JobLine job={shownJob} mayWrite={ledger.mayWrite} />}
      {edits && !taking && !tooWide ? (
        <PickBar
          picked={picked}
          listed={paged.items.map((row) => row.id)}
          onPick={setPicked}
          onEdit={() => setEditing('picked')}
          onPast={() => setEditing('past')}
          onEnd={() => setPicked(undefined)}
        />
      ) : null}
      {isByHand && picked === undefined && edits ? (
        <HandKept ledger={ledger} taking={taking} onTaking={setTaking} onChanged={changed} />
      ) : null}
      {found === undefined || paged.items.length === 0 ? null : <FoundLine found={found} />}
      {tooWide ? (
        <WideSearch ledger={ledger} view={view} onView={onView} columns={choice.shown} />
      ) : (
        <Box>
          <RowsTable
            ledger={ledger}
            paged={paged}
            columns={choice.shown}
            onOpen={open}
            picked={picked}
            sort={view.sort}
            onSort={(column) => onView(sortedNext(view, column))}
            empty={<NoRows why={why} me={me} ledger={ledger} onAll={() => onView(wholeView)} />}
          />
        </Box>
      )}
      {editing === 'picked' && picked !== undefined ? (
        <EditManySheet
          ledger={ledger}
          picked={[...picked]}
          onDone={() => {
            setEditing(undefined)
            setPicked(undefined)
            changed()
          }}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
      {editing === 'past' ? (
        <PastEditsSheet
          ledger={ledger}
          onClose={() => {
            setEditing(undefined)
            changed()
          }}
        />
      ) : null}
      {asked === undefined ? null : (
        <TakeOut
          ledger={ledger}
          row={asked}
          onDone={() => {
            setAsked(undefined)
            changed()
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Stack>
  )
}
