import { useDidShow, useRouter } from '@tarojs/taro'
import type { PlaceReply, PlaceWithLineageReply } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId, shortName } from '@zmht/shared/geo'
import {
  Box,
  Button,
  Card,
  EmptyState,
  ErrorState,
  goTo,
  Heading,
  ListRow,
  MoreOfList,
  type PathStep,
  Section,
  SegmentedControl,
  Skeleton,
  SkeletonList,
  Stack,
  Text,
  usePaged,
  useResource,
  useWide,
  WindowedRows,
} from '@zmht/shared/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { places } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Breadcrumb, pathWithin } from '../home/RollUp'
import { Gate } from '../session/Gate'
import { may, type Official, territoriesOf } from '../session/official'
import { useAsOf } from './as-of'
import { PlaceDetail } from './PlaceDetail'
import { PlaceAnswers, PlaceSearchBox, usePlaceSearch } from './PlaceSearch'
import { PlaceTree } from './PlaceTree'
import { countsOf, placeAt } from './resources'
import { UnderWayList } from './UnderWayList'
import { useCounts } from './useCounts'
import { briefCounts, countWords } from './words'

export function HierarchyPage() {
  return <Gate>{(me) => <Hierarchy me={me} />}</Gate>
}

function Hierarchy({ me }: { readonly me: Official }) {
  const wide = useWide()
  const { place, q } = useRouter().params
  const territories = territoriesOf(me)
  const start = place !== undefined && isPlaceId(place) ? place : territories[0]?.id
  if (start === undefined) {
    return (
      <OfficialScreen me={me} title="地理层级" current={pages.home} back={pages.home}>
        <EmptyState
          icon="place"
          title="您的岗位没有管理的地点"
          detail="单位管理的地点由通讯录维护人员登记，登记后会显示在这里。"
        />
      </OfficialScreen>
    )
  }
  return wide ? (
    <OnDesk me={me} start={start} words={fromAddress(q)} />
  ) : (
    <OnPhone me={me} here={start} words={fromAddress(q)} />
  )
}

/** The ways to the official's territories, once they have been read. */
function useRoots(territories: readonly PathStep[]): {
  readonly roots: readonly (readonly PathStep[])[] | undefined
  readonly error: unknown
} {
  const [state, setState] = useState<{ roots?: readonly (readonly PathStep[])[]; error?: unknown }>({})
  const key = territories.map(({ id }) => id).join('/')
  useEffect(() => {
    let here = true
    Promise.all((key === '' ? [] : key.split('/')).map((id) => places.describe(id)))
      .then((all) => {
        if (here) setState({ roots: all.flatMap((one) => (one === undefined ? [] : [one.lineage])) })
      })
      .catch((error: unknown) => {
        if (here) setState({ error })
      })
    return () => {
      here = false
    }
  }, [key])
  return { roots: state.roots, error: state.error }
}

function OnDesk({ me, start, words }: { readonly me: Official; readonly start: PlaceId; readonly words: string }) {
  const territories = territoriesOf(me)
  const { roots, error } = useRoots(territories)
  const [chosen, setChosen] = useState(start)
  const edition = useEdition()
  const { at, setAt } = useAsOf()
  const where = useResource(placeAt, `${chosen}/`)
  const way = where.data?.lineage ?? []
  const search = usePlaceSearch(words, way, territories[0]?.id)
  const choose = (path: readonly PathStep[]) => {
    const place = path.at(-1)
    if (place === undefined) return
    search.setText('')
    rememberInAddress('q', '')
    rememberInAddress('place', place.id)
    setChosen(place.id)
  }
  return (
    <OfficialScreen me={me} title="地理层级" current={pages.home} back={pages.home}>
      <Box className="g-places">
        <Stack gap={3} className="g-places__tree">
          <PlaceSearchBox
            text={search.text}
            onType={(typed) => {
              search.setText(typed)
              rememberInAddress('q', typed.trim())
            }}
          />
          <UnderWayList me={me} />
          {search.text.trim() !== '' ? (
            <PlaceAnswers
              text={search.text}
              finder={search.finder}
              mayMint={(under) => may(me, 'hierarchy.write') && covers(territories, under)}
              onPlace={choose}
            />
          ) : roots === undefined ? (
            error === undefined ? (
              <Skeleton lines={8} />
            ) : (
              <ErrorState error={error} />
            )
          ) : (
            <Card flush className="g-places__box">
              <PlaceTree roots={roots} chosen={way} edition={edition} onPlace={choose} />
            </Card>
          )}
        </Stack>
        <Box className="g-places__detail">
          <PlaceDetail key={chosen} me={me} id={chosen} at={at} onDay={setAt} onPlace={choose} />
        </Box>
      </Box>
    </OfficialScreen>
  )
}

/** Counts up each time the page comes back into sight: something may have been made or moved meanwhile. */
function useEdition(): number {
  const [edition, setEdition] = useState(0)
  const shown = useRef(false)
  useDidShow(() => {
    if (shown.current) setEdition((before) => before + 1)
    shown.current = true
  })
  return edition
}

const covers = (territories: readonly PathStep[], way: readonly PathStep[]) =>
  way.some(({ id }) => territories.some((one) => one.id === id))

/** One level at a time: pressing a place goes into it. */
function OnPhone({ me, here, words }: { readonly me: Official; readonly here: PlaceId; readonly words: string }) {
  const territories = territoriesOf(me)
  const where = useResource(placeAt, `${here}/`)
  const search = usePlaceSearch(words, where.data?.lineage ?? [], territories[0]?.id)
  const own = territories.some(({ id }) => id === here)
  const open = (path: readonly PathStep[]) => {
    const place = path.at(-1)
    if (place !== undefined) goTo(pages.place, { id: place.id })
  }
  return (
    <OfficialScreen me={me} title="地理层级" current={pages.home} back={pages.home}>
      <PlaceSearchBox
        text={search.text}
        onType={(typed) => {
          search.setText(typed)
          rememberInAddress('q', typed.trim())
        }}
      />
      {search.text.trim() !== '' ? (
        <PlaceAnswers
          text={search.text}
          finder={search.finder}
          mayMint={(under) => may(me, 'hierarchy.write') && covers(territories, under)}
          onPlace={open}
        />
      ) : (
        <>
          {own ? <UnderWayList me={me} /> : null}
          {territories.length > 1 && own ? (
            <SegmentedControl
              label="管理的地点"
              value={here}
              segments={territories.map((one) => ({ value: one.id, label: shortName(one) }))}
              onChange={(id) => goTo(pages.places, { place: id })}
            />
          ) : null}
          {where.data === undefined ? (
            where.error !== undefined && !where.loading ? (
              <ErrorState error={where.error} onRetry={() => void where.reload()} />
            ) : (
              <SkeletonList />
            )
          ) : (
            <Level me={me} place={where.data} />
          )}
        </>
      )}
    </OfficialScreen>
  )
}

function Level({ me, place }: { readonly me: Official; readonly place: PlaceWithLineageReply }) {
  const counts = useCounts(place.id)
  return (
    <Stack gap={4}>
      <Card>
        <Stack gap={2}>
          <Breadcrumb
            path={pathWithin(place.lineage, territoriesOf(me))}
            onPlace={(step) => goTo(pages.places, { place: step.id })}
          />
          <Heading level={2} size="title">
            {shortName(place)}
          </Heading>
          {counts === undefined ? null : (
            <Text tone="quiet" numeric>
              {countWords(counts.groups) || '里面还没有地点'}
            </Text>
          )}
          <Button variant="quiet" full icon="document" onPress={() => goTo(pages.place, { id: place.id })}>
            详情和操作
          </Button>
        </Stack>
      </Card>
      {place.hasChildren ? <ChildList place={place} /> : null}
    </Stack>
  )
}

function ChildList({ place }: { readonly place: PlaceWithLineageReply }) {
  const counts = useResource(countsOf, place.id)
  const paged = usePaged<PlaceReply>(
    useCallback((cursor: string | undefined) => places.loadChildren(place.id, cursor), [place.id]),
  )
  const brief = new Map((counts.data?.children ?? []).map((child) => [child.id, briefCounts(child.groups)]))
  return (
    <Section title="下一级">
      {paged.items.length === 0 ? (
        paged.error !== undefined && !paged.loading ? (
          <ErrorState error={paged.error} onRetry={() => void paged.reload()} />
        ) : (
          <SkeletonList />
        )
      ) : (
        <>
          <Card flush>
            <WindowedRows
              label={`${shortName(place)}的下一级`}
              items={paged.items}
              keyOf={(child) => child.id}
              rowClass="g-line"
              row={(child) => (
                <ListRow
                  title={shortName(child)}
                  {...(brief.get(child.id) ? { detail: brief.get(child.id) } : {})}
                  onPress={() =>
                    child.hasChildren ? goTo(pages.places, { place: child.id }) : goTo(pages.place, { id: child.id })
                  }
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
