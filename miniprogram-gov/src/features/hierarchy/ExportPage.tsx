import { useRouter } from '@tarojs/taro'
import type { BoundaryReply, PlaceWithLineageReply } from '@zmht/shared/contract'
import { type Level, shortName } from '@zmht/shared/geo'
import {
  Box,
  Button,
  Card,
  CheckboxList,
  EmptyState,
  Heading,
  Loaded,
  Notice,
  ProblemNotice,
  ProgressBar,
  Row,
  Section,
  Stack,
  Text,
  useResource,
} from '@zmht/shared/ui'
import { useEffect, useRef, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { saveText, saveWorkbook } from '../sheets/workbook'
import { type Exported, exportCells, mostExported } from './exporter'
import { countsOf, placeAt, readBoundary } from './resources'
import { countWords, levelsBelow } from './words'

export function ExportPage() {
  return <Gate>{(me) => <Export me={me} />}</Gate>
}

function Export({ me }: { readonly me: Official }) {
  const { place = '' } = useRouter().params
  const loaded = useResource(placeAt, `${place}/`)
  return (
    <OfficialScreen me={me} title="导出" current={pages.home} back={pages.places}>
      {process.env.TARO_ENV === 'h5' ? (
        <Loaded of={loaded}>
          {(data) => (
            <Stack gap={6} className="g-column">
              <Heading level={2} size="title">{`导出${shortName(data)}`}</Heading>
              <Places place={data} />
              <Boundaries place={data} />
            </Stack>
          )}
        </Loaded>
      ) : (
        <EmptyState icon="document" title="请在电脑上导出" detail="用浏览器打开政务工作台，在地点详情里选「导出」。" />
      )}
    </OfficialScreen>
  )
}

interface Going {
  readonly done: number
  readonly total: number
}

/** A piece of work of several pages that can be stopped, and stops when the page is left. */
function useWork() {
  const [going, setGoing] = useState<Going>()
  const [error, setError] = useState<unknown>()
  const [result, setResult] = useState<string>()
  const wanted = useRef(0)
  useEffect(
    () => () => {
      wanted.current++
    },
    [],
  )
  const start = async (run: (step: (going: Going) => boolean) => Promise<string | undefined>) => {
    const mine = ++wanted.current
    setError(undefined)
    setResult(undefined)
    setGoing({ done: 0, total: 0 })
    try {
      const words = await run((next) => {
        if (mine !== wanted.current) return false
        setGoing(next)
        return true
      })
      if (mine === wanted.current) setResult(words)
    } catch (problem) {
      if (mine === wanted.current) setError(problem)
    } finally {
      if (mine === wanted.current) setGoing(undefined)
    }
  }
  const cancel = () => {
    wanted.current++
    setGoing(undefined)
  }
  return { going, error, result, start, cancel }
}

function Standing({ work, label }: { readonly work: ReturnType<typeof useWork>; readonly label: string }) {
  return (
    <Box live="polite">
      {work.going === undefined ? null : (
        <Row gap={3}>
          <Box className="z-grow">
            <ProgressBar label={label} done={work.going.done} total={work.going.total} />
          </Box>
          <Button variant="text" onPress={work.cancel}>
            取消
          </Button>
        </Row>
      )}
      {work.error === undefined ? null : <ProblemNotice error={work.error} />}
      {work.result === undefined ? null : <Notice title={work.result} />}
    </Box>
  )
}

function Places({ place }: { readonly place: PlaceWithLineageReply }) {
  const counts = useResource(countsOf, place.id)
  const work = useWork()
  const below = levelsBelow(place.level)
  const there = below.filter((level) => (counts.data?.groups[level] ?? 0) > 0)
  const [left, setLeft] = useState<readonly Level[]>([])
  const chosen = there.filter((level) => !left.includes(level))
  const total = chosen.reduce((sum, level) => sum + (counts.data?.groups[level] ?? 0), 0)
  const run = () =>
    work.start(async (step) => {
      const all: Exported[] = []
      // Upper levels are read even when they are not wanted: they say what the names on the way are.
      const lowest = Math.max(...chosen.map((level) => below.indexOf(level)))
      for (const level of there.filter((one) => below.indexOf(one) <= lowest)) {
        let cursor: string | undefined
        do {
          const page = await api.hierarchy.subtree({
            params: { placeId: place.id },
            query: { level, ...(cursor === undefined ? {} : { cursor }) },
          })
          all.push(...page.items)
          cursor = page.next
          if (!step({ done: Math.min(all.length, total), total })) return undefined
        } while (cursor !== undefined)
      }
      const cells = exportCells(all).filter((_, index) => {
        const one = all[index - 1]
        return one === undefined || chosen.includes(one.level)
      })
      const columns = cells[0]?.length ?? 0
      await saveWorkbook(
        `${shortName(place)}-地点.xlsx`,
        cells,
        Array.from({ length: columns }, () => 16),
      )
      return `已保存 ${cells.length - 1} 个地点`
    })
  return (
    <Section title="地点表格">
      <Card>
        <Stack gap={4}>
          {there.length === 0 ? (
            <Text tone="quiet">里面还没有地点。</Text>
          ) : (
            <CheckboxList<Level>
              label="哪些层级"
              inline
              options={there.map((level) => ({
                value: level,
                label: countWords({ [level]: counts.data?.groups[level] ?? 0 }),
              }))}
              values={chosen}
              onChange={(values) => setLeft(there.filter((level) => !values.includes(level)))}
            />
          )}
          {total > mostExported ? (
            <Notice tone="amber">{`一个表格最多 ${mostExported} 行，请少选一些层级，或从下一级分别导出。`}</Notice>
          ) : null}
          <Standing work={work} label="正在读取" />
          <Button
            icon="document"
            disabled={total === 0 || total > mostExported || work.going !== undefined}
            onPress={() => void run()}
          >
            导出表格
          </Button>
        </Stack>
      </Card>
    </Section>
  )
}

function Boundaries({ place }: { readonly place: PlaceWithLineageReply }) {
  const work = useWork()
  const run = () =>
    work.start(async (step) => {
      const found: BoundaryReply[] = []
      const own = await readBoundary(place.id, 'wgs84')
      if (own !== undefined) found.push(own)
      let cursor: string | undefined
      do {
        const page = await api.hierarchy.boundaries({
          params: { placeId: place.id },
          query: { crs: 'wgs84', ...(cursor === undefined ? {} : { cursor }) },
        })
        found.push(...page.items)
        cursor = page.next
        if (!step({ done: found.length, total: found.length })) return undefined
      } while (cursor !== undefined)
      if (found.length === 0) return '这里和下一级都还没有画边界'
      const collection = {
        type: 'FeatureCollection',
        features: found.map((boundary) => ({
          type: 'Feature',
          id: boundary.place.id,
          properties: { name: boundary.place.name, level: boundary.place.level, area: Math.round(boundary.area) },
          geometry: boundary.geometry,
        })),
      }
      saveText(`${shortName(place)}-边界.geojson`, JSON.stringify(collection), 'application/geo+json')
      return `已保存 ${found.length} 个边界`
    })
  return (
    <Section title="边界（GeoJSON）">
      <Card>
        <Stack gap={4}>
          <Text tone="quiet">{`${shortName(place)}和下一级的边界，坐标为 WGS-84，可以在地理信息软件里打开。`}</Text>
          <Standing work={work} label="正在读取" />
          <Button variant="quiet" disabled={work.going !== undefined} onPress={() => void run()}>
            导出边界
          </Button>
        </Stack>
      </Card>
    </Section>
  )
}
