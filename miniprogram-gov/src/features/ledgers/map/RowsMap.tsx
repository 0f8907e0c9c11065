import type { LedgerMapReply, LedgerReply } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  EmptyState,
  ErrorState,
  goTo,
  List,
  ListRow,
  Notice,
  Row,
  SkeletonList,
  Stack,
  Text,
} from '@zmht/shared/ui'
import { type ReactNode, useMemo, useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { nameOf } from '../row-name'
import { filledIn, isTooWide, mapBody, type RowsView } from '../rows-view'
import { leftOut, type Spot, spotsOf } from './marks'
import { SpotMap } from './SpotMap'
import { useLedgerMap } from './useLedgerMap'

/** The rows of a ledger on a map, narrowed as the list is; below it everything on the map as a list, for who cannot see it. */
export function RowsMap({
  ledger,
  view,
  tooWide,
}: {
  readonly ledger: LedgerReply
  readonly view: RowsView
  /** In its place where a community is to be picked first. */
  readonly tooWide: ReactNode
}) {
  const knowledge = useKnowledge()
  const { kind } = ledger.content
  const asked = useMemo(() => mapBody(filledIn(view, kind, knowledge)), [view, kind, knowledge])
  const { map, error, reload } = useLedgerMap(ledger.id, asked)
  if (error !== undefined) return isTooWide(error) ? tooWide : <ErrorState error={error} onRetry={reload} />
  return map === undefined ? <SkeletonList /> : <Shown ledger={ledger} map={map} />
}

function Shown({ ledger, map }: { readonly ledger: LedgerReply; readonly map: LedgerMapReply }) {
  /** Those that stand together on a spot that was pressed. */
  const [together, setTogether] = useState<readonly string[]>()
  const spots = spotsOf(map)
  const open = ({ ids }: Spot) => {
    const [only, ...more] = ids
    if (only !== undefined && more.length === 0) goTo(pages.entity, { id: only })
    else setTogether(ids)
  }
  const listed = map.items.filter(({ id }) => together?.includes(id) !== false)
  return (
    <Stack gap={3}>
      {leftOut(map).map((words) => (
        <Notice key={words} tone="amber">
          {words}
        </Notice>
      ))}
      {spots.length === 0 ? (
        <EmptyState
          icon="place"
          title="图上没有可以标的"
          detail="换一个地点，或者去掉筛选再看；也可以切换到“列表”。给楼栋、小区画上边界，里面的就会标在那里。"
        />
      ) : (
        <>
          <Box className="g-rows-map">
            <SpotMap label={`${ledger.content.name}，图上 ${spots.length} 处`} spots={spots} onSpot={open} />
          </Box>
          <Row between gap={2} wrap>
            <Text size="small" tone="quiet">
              {together === undefined ? `图上共 ${listed.length} 个` : `这一处 ${listed.length} 个`}
            </Text>
            {together === undefined ? null : (
              <Button variant="text" icon="close" onPress={() => setTogether(undefined)}>
                看图上全部
              </Button>
            )}
          </Row>
          <Card flush>
            <List label="图上的">
              {listed.map((one, at) => (
                <ListRow
                  key={one.id}
                  line={at > 0}
                  title={nameOf(one)}
                  detail={one.nearby ? `${one.home}（没有自己的坐标，标在所在的地点）` : one.home}
                  onPress={() => goTo(pages.entity, { id: one.id })}
                />
              ))}
            </List>
          </Card>
        </>
      )}
    </Stack>
  )
}
