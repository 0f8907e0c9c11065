import { type LedgerReply, mostEdited, type RowReply } from '@zmht/shared/contract'
import type { Knowledge } from '@zmht/shared/knowledge'
import { conditionProblem, type LedgerKind } from '@zmht/shared/ledgers'
import { Problem } from '@zmht/shared/problems'
import { Box, goTo, Stack, Text, usePaged } from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { may, type Official } from '../session/official'
import { EditManySheet } from './EditManySheet'
import { FoundEntities } from './FoundEntities'
import { HandKept } from './HandKept'
import { JobLine } from './JobLine'
import { NarrowRows } from './NarrowRows'
import { NoRows } from './NoRows'
import { PastEditsSheet } from './PastEditsSheet'
import { PickBar } from './PickBar'
import { RowsTable } from './RowsTable'
import { isSifted, narrowedBy, type RowsView, rowsQuery, siftedBody, sortedNext, wholeView } from './rows-view'
import { TakeOut } from './TakeOut'
import { useColumnChoice } from './useColumnChoice'
import { useEntitySearch } from './useEntitySearch'
import { useLedgerJob } from './useLedgerJob'
import { useRowsView } from './useRowsView'

const onePage = 20

/** How many there are of what a list is narrowed to by its columns. */
interface Found {
  readonly total: number
  readonly unseen: number
}

/** A condition that is just being filled in narrows nothing yet. */
const finished = (view: RowsView, kind: LedgerKind, knowledge: Knowledge): RowsView => ({
  ...view,
  conditions: view.conditions.filter((one) => conditionProblem(one, kind, knowledge) === undefined),
})

/** One more than can be edited at once is not taken. */
function toggled(picked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  if (picked.has(id)) return new Set([...picked].filter((one) => one !== id))
  return picked.size < mostEdited ? new Set([...picked, id]) : picked
}

/** The list was narrowed by columns above a community. */
const isTooWide = (error: unknown): boolean =>
  error instanceof Problem && (error.document.fields ?? []).some(({ path }) => path === 'body.place')

/** Who or what is in a ledger, narrowed by what stands in the address. */
export function Rows({ me, ledger }: { readonly me: Official; readonly ledger: LedgerReply }) {
  const { view, setView } = useRowsView()
  const knowledge = useKnowledge()
  const { id, content } = ledger
  const choice = useColumnChoice(ledger)
  const reads = may(me, 'ledger.read')
  const [found, setFound] = useState<Found>()
  const paged = usePaged<RowReply>(
    useCallback(
      async (cursor: string | undefined) => {
        if (!reads) return { items: [] }
        const params = { ledgerId: id }
        const asked = finished(view, content.kind, knowledge)
        if (!isSifted(asked)) return api.ledgers.rows({ params, query: rowsQuery(asked, cursor) })
        const { items, next, total, unseen } = await api.ledgers.sifted({ params, body: siftedBody(asked, cursor) })
        setFound({ total, unseen })
        return { items, ...(next === undefined ? {} : { next: String(next) }) }
      },
      [reads, id, view, content.kind, knowledge],
    ),
  )
  const sifted = isSifted(finished(view, content.kind, knowledge))
  const job = useLedgerJob(ledger, (all) => {
    // Who has read on is not thrown back to the top for a few rows more.
    if (all || paged.items.length <= onePage) void paged.reload()
  })
  const why = isTooWide(paged.error)
    ? 'too-wide'
    : job !== undefined
      ? 'arranging'
      : narrowedBy(view) > 0
        ? 'narrowed'
        : 'none'
  const [typed, setTyped] = useState('')
  const search = useEntitySearch(typed, content.kind)
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
          {may(me, 'ledger.edit') && !taking ? (
            <PickBar
              picked={picked}
              listed={paged.items.map((row) => row.id)}
              onPick={setPicked}
              onEdit={() => setEditing('picked')}
              onPast={() => setEditing('past')}
              onEnd={() => setPicked(undefined)}
            />
          ) : null}
          {content.membership.by === 'hand' && picked === undefined && may(me, 'ledger.edit') ? (
            <HandKept ledger={ledger} taking={taking} onTaking={setTaking} onChanged={() => void paged.reload()} />
          ) : null}
          {sifted && found !== undefined && paged.items.length > 0 ? <FoundLine found={found} /> : null}
          <Box>
            <RowsTable
              ledger={ledger}
              // What is too wide is said in the list's own place, with what to do about it.
              paged={isTooWide(paged.error) ? { ...paged, error: undefined } : paged}
              columns={choice.shown}
              onOpen={open}
              picked={picked}
              sort={view.sort}
              onSort={(column) => setView(sortedNext(view, column))}
              empty={<NoRows why={why} me={me} ledger={ledger} onAll={() => setView(wholeView)} />}
            />
          </Box>
        </>
      )}
      {editing === 'picked' && picked !== undefined ? (
        <EditManySheet
          ledger={ledger}
          picked={[...picked]}
          onDone={() => {
            setEditing(undefined)
            setPicked(undefined)
            void paged.reload()
          }}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
      {editing === 'past' ? (
        <PastEditsSheet
          ledger={ledger}
          onClose={() => {
            setEditing(undefined)
            void paged.reload()
          }}
        />
      ) : null}
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

function FoundLine({ found: { total, unseen } }: { readonly found: Found }) {
  return (
    <Box role="status" live="polite">
      <Text size="small" tone="quiet">
        {`符合的共 ${total} 个${unseen === 0 ? '' : `；另有 ${unseen} 个您只能看到一部分，没有参加筛选`}`}
      </Text>
    </Box>
  )
}
