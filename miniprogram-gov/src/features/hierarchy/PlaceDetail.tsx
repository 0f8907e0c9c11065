import type { PlaceReply, PlaceWithLineageReply } from '@zmht/shared/contract'
import { levelNames, type OperationKind, operationKinds, operationNames, shortName } from '@zmht/shared/geo'
import {
  areaWords,
  Box,
  Button,
  Card,
  DatePicker,
  EmptyState,
  ErrorState,
  goTo,
  Heading,
  type IconName,
  KeyValue,
  List,
  ListRow,
  Loaded,
  MapPicture,
  MoreOfList,
  Notice,
  type PathStep,
  Pressable,
  Row,
  Section,
  Sheet,
  SkeletonList,
  Stack,
  shapeOf,
  Tag,
  Text,
  Timeline,
  useNow,
  usePaged,
  useResource,
  useWide,
  WindowedRows,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { dayOf, dayWords } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import { call } from '@/lib/phone'
import type { Official } from '../session/official'
import { Duties } from './Duties'
import { boundaryOf, gridsAt, historyOf, placeAt, placeIdIn } from './resources'
import { hasBoundary, mayAdjust, mayAt } from './rights'
import { useCounts } from './useCounts'
import { countWords, formerNames, historyWords, isAtOrBelow, levelsBelow, operationHints } from './words'

/** Everything about one place: names, where, who is answerable, grids, boundary, history; today or as of a past day. */
export function PlaceDetail({
  me,
  id,
  at,
  onDay,
  onPlace,
}: {
  readonly me: Official
  readonly id: string
  /** A past day; empty for today. */
  readonly at: string
  readonly onDay: (day: string) => void
  readonly onPlace: (way: readonly PathStep[]) => void
}) {
  const place = useResource(placeAt, `${id}/${at}`)
  return (
    <Stack gap={6}>
      {at === '' ? null : (
        <Notice
          tone="amber"
          title={`正在看 ${dayWords(at)} 的样子`}
          action={
            <Button variant="text" onPress={() => onDay('')}>
              回到今天
            </Button>
          }
        >
          名称、上级和下级都是那一天的。
        </Notice>
      )}
      <Loaded of={place}>
        {(data) => (
          <>
            <Head place={data} at={at} onPlace={onPlace} />
            {at === '' ? (
              <>
                <Acts me={me} place={data} />
                <Duties me={me} place={data} />
                <Grids place={data} />
                {hasBoundary(data.level) ? <BoundaryOf me={me} place={data} /> : null}
              </>
            ) : data.hasChildren ? (
              <ChildrenAt place={data} at={at} onPlace={onPlace} />
            ) : null}
          </>
        )}
      </Loaded>
      <History id={id} at={at} onDay={onDay} />
    </Stack>
  )
}

function Head({
  place,
  at,
  onPlace,
}: {
  readonly place: PlaceWithLineageReply
  readonly at: string
  readonly onPlace: (way: readonly PathStep[]) => void
}) {
  const counts = useCounts(place.id)
  const history = useResource(historyOf, place.id)
  const former = formerNames(history.data ?? [], place.name)
  const inside = counts === undefined ? '' : countWords(counts.groups)
  return (
    <Card>
      <Stack gap={3}>
        <Above place={place} onPlace={onPlace} />
        <Row gap={3} wrap>
          <Heading level={2} size="title">
            {shortName(place)}
          </Heading>
          <Tag>
            {place.kind === 'road'
              ? '道路'
              : place.kind === 'landmark' && place.level !== 'compound'
                ? '地标'
                : levelNames[place.level]}
          </Tag>
        </Row>
        <KeyValue
          rows={[
            ...(shortName(place) === place.name ? [] : [{ key: '全称', value: place.name }]),
            ...(place.code === undefined
              ? []
              : [{ key: isAtOrBelow(place.level, 'compound') ? '本地编号' : '区划代码', value: place.code }]),
            ...(former.length === 0 ? [] : [{ key: '曾用名', value: former.join('、') }]),
            ...(at !== '' || inside === '' ? [] : [{ key: '里面有', value: inside }]),
          ]}
        />
      </Stack>
    </Card>
  )
}

/** The way down to here; each step leads there. */
function Above({
  place,
  onPlace,
}: {
  readonly place: PlaceWithLineageReply
  readonly onPlace: (way: readonly PathStep[]) => void
}) {
  const above = place.lineage.slice(0, -1)
  if (above.length === 0) return null
  return (
    <Box as="nav" label="所在地点">
      <Row wrap gap={1}>
        {above.map((step, index) => (
          <Pressable
            key={step.id}
            className="g-crumb g-crumb--up"
            onPress={() => onPlace(place.lineage.slice(0, index + 1))}
          >
            {index === above.length - 1 ? shortName(step) : `${shortName(step)} /`}
          </Pressable>
        ))}
      </Row>
    </Box>
  )
}

interface Act {
  readonly key: string
  readonly title: string
  readonly icon: IconName
  readonly go: () => void
}

function actsFor(me: Official, place: PlaceWithLineageReply, desk: boolean): readonly Act[] {
  const write = mayAt(me, 'hierarchy.write', place)
  const below = levelsBelow(place.level)
  const doors = isAtOrBelow(place.level, 'community') && place.level !== 'door'
  const acts: (Act | false)[] = [
    write &&
      below.length > 0 && {
        key: 'new',
        title: '新增下级',
        icon: 'plus',
        go: () => goTo(pages.mint, { place: place.id, by: 'names' }),
      },
    write &&
      doors &&
      !isAtOrBelow(place.level, 'building') && {
        key: 'mint',
        title: '批量生成楼门',
        icon: 'copy',
        go: () => goTo(pages.mint, { place: place.id, by: 'pattern' }),
      },
    desk &&
      write &&
      hasBoundary(place.level) && {
        key: 'boundary',
        title: '画边界',
        icon: 'edit',
        go: () => goTo(pages.boundary, { place: place.id }),
      },
    desk &&
      write &&
      doors &&
      !isAtOrBelow(place.level, 'unit') && {
        key: 'import',
        title: '导入表格',
        icon: 'publish',
        go: () => goTo(pages.importPlaces, { place: place.id }),
      },
    desk &&
      below.length > 0 && {
        key: 'export',
        title: '导出',
        icon: 'document',
        go: () => goTo(pages.exportPlaces, { place: place.id }),
      },
    mayAt(me, 'notice.write', place) &&
      !isAtOrBelow(place.level, 'compound') &&
      place.level !== 'province' && {
        key: 'community',
        title: '掌上服务站',
        icon: 'home',
        go: () => goTo(pages.community, { place: place.id }),
      },
    !isAtOrBelow(place.level, 'building') && {
      key: 'grids',
      title: '网格',
      icon: 'family',
      go: () => goTo(pages.grids, { place: place.id }),
    },
  ]
  return acts.filter((act): act is Act => act !== false)
}

function Acts({ me, place }: { readonly me: Official; readonly place: PlaceWithLineageReply }) {
  const wide = useWide()
  const [adjusting, setAdjusting] = useState(false)
  const acts = actsFor(me, place, wide)
  const adjust = mayAdjust(me, place) && place.lineage.length > 1
  if (acts.length === 0 && !adjust) return null
  return (
    <>
      <Box className="g-acts" role="group" label="操作">
        {acts.map((act) => (
          <Button key={act.key} variant="quiet" icon={act.icon} onPress={act.go}>
            {act.title}
          </Button>
        ))}
        {adjust ? (
          <Button variant="quiet" icon="settings" onPress={() => setAdjusting(true)}>
            调整
          </Button>
        ) : null}
      </Box>
      <Sheet open={adjusting} title={`调整${shortName(place)}`} onClose={() => setAdjusting(false)}>
        {operationKinds
          .filter((kind) => kind !== 'split' || place.hasChildren)
          .map((kind: OperationKind, index) => (
            <ListRow
              key={kind}
              line={index > 0}
              title={operationNames[kind]}
              detail={operationHints[kind]}
              onPress={() => {
                setAdjusting(false)
                goTo(pages.adjust, { place: place.id, kind })
              }}
            />
          ))}
      </Sheet>
    </>
  )
}

function Grids({ place }: { readonly place: PlaceWithLineageReply }) {
  const loaded = useResource(gridsAt, place.id)
  if (loaded.data === undefined || loaded.data.length === 0) return null
  return (
    <Section title="所在网格">
      <Card flush>
        <List label="所在网格">
          {loaded.data.map((grid, index) => {
            const onDuty = grid.workers.filter((worker) => worker.onDuty)
            const first = onDuty[0]
            return (
              <Row key={grid.id} between gap={3} className={index > 0 ? 'g-line g-pad' : 'g-pad'}>
                <Stack gap={1} grow>
                  <Text>{grid.name}</Text>
                  <Text size="small" tone={onDuty.length > 0 ? 'quiet' : 'amber'}>
                    {onDuty.length > 0 ? `今天值班：${onDuty.map(({ name }) => name).join('、')}` : '今天没有人值班'}
                  </Text>
                </Stack>
                {first === undefined ? null : (
                  <Button variant="text" icon="phone" label={`打电话给${first.name}`} onPress={() => call(first.phone)}>
                    打电话
                  </Button>
                )}
              </Row>
            )
          })}
        </List>
      </Card>
    </Section>
  )
}

function BoundaryOf({ me, place }: { readonly me: Official; readonly place: PlaceWithLineageReply }) {
  const wide = useWide()
  const loaded = useResource(boundaryOf, `${place.id}/gcj02`)
  const boundary = loaded.data?.boundary
  const draws = wide && mayAt(me, 'hierarchy.write', place)
  if (loaded.data === undefined) return null
  const open = () => goTo(pages.boundary, { place: place.id })
  if (boundary === undefined) {
    return draws ? (
      <Section title="边界">
        <Card>
          <Row between gap={3}>
            <Text tone="quiet">还没有画边界。画好后，地图上的一个点就能找到这里。</Text>
            <Button variant="quiet" onPress={open}>
              画边界
            </Button>
          </Row>
        </Card>
      </Section>
    ) : null
  }
  return (
    <Section
      title="边界"
      action={
        <Button variant="text" onPress={open}>
          {draws ? '查看或修改' : '查看'}
        </Button>
      }
    >
      <MapPicture
        label={`${shortName(place)}的边界`}
        layers={[{ key: place.id, shape: shapeOf(boundary.geometry), tone: 'own', name: shortName(place) }]}
      />
      <Text size="small" tone="quiet" numeric>{`面积约 ${areaWords(boundary.area)}`}</Text>
    </Section>
  )
}

function ChildrenAt({
  place,
  at,
  onPlace,
}: {
  readonly place: PlaceWithLineageReply
  readonly at: string
  readonly onPlace: (way: readonly PathStep[]) => void
}) {
  const paged = usePaged<PlaceReply>(
    useCallback(
      (cursor: string | undefined) =>
        api.hierarchy.children({
          params: { placeId: placeIdIn(place.id) },
          query: { at, ...(cursor === undefined ? {} : { cursor }) },
        }),
      [place.id, at],
    ),
  )
  return (
    <Section title={`${dayWords(at)}的下一级`}>
      {paged.items.length === 0 ? (
        paged.error !== undefined && !paged.loading ? (
          <ErrorState error={paged.error} onRetry={() => void paged.reload()} />
        ) : paged.first || paged.loading ? (
          <SkeletonList count={1} />
        ) : (
          <Card>
            <EmptyState icon="place" title="那一天还没有下一级" />
          </Card>
        )
      ) : (
        <>
          <Card flush>
            <WindowedRows
              label="那一天的下一级"
              items={paged.items}
              keyOf={(child) => child.id}
              rowClass="g-line"
              row={(child) => (
                <ListRow
                  title={shortName(child)}
                  onPress={() => onPlace([...place.lineage, { id: child.id, name: child.name, level: child.level }])}
                />
              )}
            />
          </Card>
          <MoreOfList paged={paged} />
        </>
      )}
    </Section>
  )
}

/** What became of it, and the way to see it as of a day. */
function History({
  id,
  at,
  onDay,
}: {
  readonly id: string
  readonly at: string
  readonly onDay: (day: string) => void
}) {
  const now = useNow()
  const loaded = useResource(historyOf, id)
  return (
    <Section title="沿革">
      <Card>
        <Stack gap={4}>
          <DatePicker
            label="看某一天的样子"
            value={at === '' ? undefined : at}
            max={dayOf(now)}
            onChange={(day) => onDay(day ?? '')}
          />
          {loaded.data === undefined ? null : loaded.data.length === 0 ? (
            <Text tone="quiet">还没有调整过。</Text>
          ) : (
            <Timeline
              label="沿革"
              steps={loaded.data.map((entry) => ({
                key: entry.operation.id,
                title: historyWords(entry),
                when: `${dayWords(entry.operation.date)} · ${entry.operation.by}`,
                detail: (
                  <Text size="small" tone="quiet">
                    {[entry.operation.reason, entry.operation.document].filter(Boolean).join('　')}
                  </Text>
                ),
                state: 'done',
              }))}
            />
          )}
        </Stack>
      </Card>
    </Section>
  )
}
