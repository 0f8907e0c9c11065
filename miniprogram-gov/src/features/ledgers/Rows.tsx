import type { LedgerReply } from '@zmht/shared/contract'
import { goTo, Row, SegmentedControl, Stack } from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { may, type Official } from '../session/official'
import { FoundEntities } from './FoundEntities'
import { RowsMap } from './map/RowsMap'
import { NarrowRows } from './NarrowRows'
import { NoRows } from './NoRows'
import { RowsList } from './RowsList'
import { wholeView } from './rows-view'
import { useColumnChoice } from './useColumnChoice'
import { useEntitySearch } from './useEntitySearch'
import { useRowsView } from './useRowsView'

const shapes = [
  { value: 'list', label: '列表' },
  { value: 'map', label: '地图' },
] as const
type Shape = (typeof shapes)[number]['value']

/** Who or what is in a ledger, narrowed by what stands in the address: as a list, or, what is not people, on a map. */
export function Rows({ me, ledger }: { readonly me: Official; readonly ledger: LedgerReply }) {
  const { view, setView } = useRowsView()
  const choice = useColumnChoice(ledger)
  const [typed, setTyped] = useState('')
  const [shape, setShape] = useState<Shape>('list')
  const { kind } = ledger.content
  const search = useEntitySearch(typed, kind)
  if (!may(me, 'ledger.read')) return <NoRows why="not-allowed" me={me} ledger={ledger} onAll={() => undefined} />
  const shown = { me, ledger, view, onView: setView }
  return (
    <Stack gap={4} className="g-rows">
      <NarrowRows {...shown} choice={choice} typed={typed} onType={setTyped} />
      {typed.trim() !== '' ? (
        <FoundEntities typed={typed} search={search} onPress={(found) => goTo(pages.entity, { id: found.id })} />
      ) : (
        <>
          {kind === 'person' ? null : (
            <Row>
              <SegmentedControl label="怎样看" segments={shapes} value={shape} onChange={setShape} />
            </Row>
          )}
          {shape === 'map' ? (
            <RowsMap
              ledger={ledger}
              view={view}
              tooWide={<NoRows why="too-wide" me={me} ledger={ledger} onAll={() => setView(wholeView)} />}
            />
          ) : (
            <RowsList {...shown} choice={choice} />
          )}
        </>
      )}
    </Stack>
  )
}
