import { useRouter } from '@tarojs/taro'
import type { BoundaryReply, OverlapReportReply, PlaceWithLineageReply } from '@zmht/shared/contract'
import { type PlaceId, shortName } from '@zmht/shared/geo'
import { type CoordinateSystem, converted } from '@zmht/shared/geo/coordinates'
import { Problem } from '@zmht/shared/problems'
import {
  areaOf,
  areaWords,
  type Bounds,
  Box,
  Button,
  boundsOf,
  Card,
  ConfirmSheet,
  type Drawing,
  type DrawingStep,
  draw,
  EmptyState,
  ErrorState,
  geometryOf,
  Heading,
  List,
  ListRow,
  Loaded,
  MapCanvas,
  type MapLayer,
  MapPicture,
  Notice,
  ProblemNotice,
  RadioList,
  Row,
  readGeoJson,
  Section,
  type Shape,
  Sheet,
  Skeleton,
  Stack,
  shapeOf,
  shapeProblems,
  startDrawing,
  Text,
  TextInput,
  toast,
  useResource,
  useWide,
} from '@zmht/shared/ui'
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { boundaryOf, placeAt, readBoundary } from './resources'
import { mayAt } from './rights'

export function BoundaryPage() {
  return <Gate>{(me) => <Boundary me={me} />}</Gate>
}

/** What the map is drawn in: the coordinates of the pictures below it, or those of surveys where there are none. */
const crs: CoordinateSystem = ZMHT_TILES_CRS === 'gcj02' ? 'gcj02' : 'wgs84'

function Boundary({ me }: { readonly me: Official }) {
  const { place = '' } = useRouter().params
  const wide = useWide()
  const loaded = useResource(placeAt, `${place}/`)
  return (
    <OfficialScreen
      me={me}
      title={loaded.data === undefined ? '边界' : `${shortName(loaded.data)}的边界`}
      current={pages.home}
      back={pages.places}
    >
      <Loaded of={loaded}>{(data) => (wide ? <Around me={me} place={data} /> : <Picture place={data} />)}</Loaded>
    </OfficialScreen>
  )
}

/** On a phone a boundary is looked at; it is drawn on a PC. */
function Picture({ place }: { readonly place: PlaceWithLineageReply }) {
  const loaded = useResource(boundaryOf, `${place.id}/gcj02`)
  return (
    <Loaded of={loaded}>
      {({ boundary }) =>
        boundary === undefined ? (
          <EmptyState icon="place" title="还没有画边界" detail="请在电脑上打开政务工作台画边界。" />
        ) : (
          <Stack gap={3}>
            <MapPicture
              label={`${shortName(place)}的边界`}
              layers={[{ key: place.id, shape: shapeOf(boundary.geometry), tone: 'own', name: shortName(place) }]}
            />
            <Text tone="quiet" numeric>{`面积约 ${areaWords(boundary.area)}`}</Text>
          </Stack>
        )
      }
    </Loaded>
  )
}

/** At most so many boundaries beside the own one are shown. */
const mostNeighbours = 300

interface Surroundings {
  readonly own: BoundaryReply | undefined
  readonly parent: BoundaryReply | undefined
  readonly neighbours: readonly BoundaryReply[]
  /** The nearest boundary above, where neither of these is there. */
  readonly somewhere: BoundaryReply | undefined
}

async function neighboursOf(parent: PlaceId, but: PlaceId): Promise<readonly BoundaryReply[]> {
  const all: BoundaryReply[] = []
  let cursor: string | undefined
  do {
    const page = await api.hierarchy.boundaries({
      params: { placeId: parent },
      query: { crs, ...(cursor === undefined ? {} : { cursor }) },
    })
    all.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined && all.length < mostNeighbours)
  return all.filter(({ place }) => place.id !== but)
}

async function readSurroundings(place: PlaceWithLineageReply): Promise<Surroundings> {
  const above = place.lineage.slice(0, -1).reverse()
  const parent = above[0]
  const [own, outer, neighbours] = await Promise.all([
    readBoundary(place.id, crs),
    parent === undefined ? undefined : readBoundary(parent.id, crs),
    parent === undefined ? [] : neighboursOf(parent.id, place.id),
  ])
  let somewhere: BoundaryReply | undefined
  if (own === undefined && outer === undefined && neighbours.length === 0) {
    for (const step of above.slice(1)) {
      somewhere = await readBoundary(step.id, crs)
      if (somewhere !== undefined) break
    }
  }
  return { own, parent: outer, neighbours, somewhere }
}

function Around({ me, place }: { readonly me: Official; readonly place: PlaceWithLineageReply }) {
  const [state, setState] = useState<{ readonly around?: Surroundings; readonly error?: unknown }>({})
  const load = useCallback(() => {
    setState({})
    readSurroundings(place).then(
      (around) => setState({ around }),
      (error: unknown) => setState({ error }),
    )
  }, [place])
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once; what is drawn must not be lost when the place is read again
  useEffect(load, [place.id])
  if (state.error !== undefined) return <ErrorState error={state.error} onRetry={load} />
  if (state.around === undefined) return <Skeleton lines={8} />
  return (
    <Editor
      place={place}
      around={state.around}
      mayDraw={mayAt(me, 'hierarchy.write', place)}
      onSaved={(own) => setState(({ around }) => (around === undefined ? {} : { around: { ...around, own } }))}
      onLatest={load}
    />
  )
}

const layerOf = (boundary: BoundaryReply, tone: MapLayer['tone']): MapLayer => ({
  key: boundary.place.id,
  shape: shapeOf(boundary.geometry),
  tone,
  name: shortName(boundary.place),
})

function reportLayers(report: OverlapReportReply | undefined): readonly MapLayer[] {
  if (report === undefined) return []
  return [
    ...(report.gaps ?? []).map(
      ({ geometry }, index): MapLayer => ({
        key: `gap${index}`,
        shape: shapeOf(geometry),
        tone: 'amber',
      }),
    ),
    ...report.overlaps.map(
      ({ one, other, geometry }): MapLayer => ({
        key: `overlap${one.id}${other.id}`,
        shape: shapeOf(geometry),
        tone: 'danger',
      }),
    ),
    ...report.outside.map(
      ({ place, geometry }): MapLayer => ({
        key: `outside${place.id}`,
        shape: shapeOf(geometry),
        tone: 'danger',
      }),
    ),
  ]
}

function Editor({
  place,
  around,
  mayDraw,
  onSaved,
  onLatest,
}: {
  readonly place: PlaceWithLineageReply
  readonly around: Surroundings
  readonly mayDraw: boolean
  readonly onSaved: (own: BoundaryReply | undefined) => void
  readonly onLatest: () => void
}) {
  const saved: Shape = around.own === undefined ? [] : shapeOf(around.own.geometry)
  const [drawing, step] = useReducer((state: Drawing, one: DrawingStep) => draw(state, one), saved, startDrawing)
  const [focus, setFocus] = useState<{ readonly key: string; readonly bounds: Bounds }>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [removing, setRemoving] = useState(false)
  const [report, setReport] = useState<OverlapReportReply>()
  const parent = place.lineage.at(-2)
  const layers: readonly MapLayer[] = [
    ...(around.somewhere === undefined ? [] : [layerOf(around.somewhere, 'parent')]),
    ...(around.parent === undefined ? [] : [layerOf(around.parent, 'parent')]),
    ...around.neighbours.map((one) => layerOf(one, 'neighbour')),
    ...reportLayers(report),
  ]
  const nowhere = layers.length === 0 && saved.length === 0
  // With nothing in sight one first says where to begin.
  const [placing, setPlacing] = useState(mayDraw && saved.length === 0 && !nowhere)
  const changed = JSON.stringify(geometryOf(drawing.shape)) !== JSON.stringify(geometryOf(saved))
  const problems = drawing.shape.length === 0 ? [] : shapeProblems(drawing.shape)
  const onDraw = (one: DrawingStep) => {
    step(one)
    if (one.do === 'close' && drawing.draft.length >= 3) setPlacing(false)
  }
  useUnsaved(changed)
  const look = (bounds: Bounds | undefined, key: string) => {
    if (bounds !== undefined) setFocus({ key, bounds })
  }
  const save = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const reply = await api.hierarchy.setBoundary({
        params: { placeId: place.id },
        body: { crs, geometry: geometryOf(drawing.shape), version: around.own?.version ?? 0 },
      })
      onSaved(reply)
      step({ do: 'replace', shape: shapeOf(reply.geometry) })
      void boundaryOf.refresh(`${place.id}/gcj02`)
      toast('边界已保存')
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const conflict = error instanceof Problem && error.kind === 'conflict'
  const [first, ...rest] = problems
  return (
    <Box className="g-boundary">
      <Box className="g-boundary__map">
        <MapCanvas
          label={
            mayDraw
              ? `地图：${shortName(place)}的边界。方向键移动，加号减号缩放，空格落点，回车闭合，Delete 删点，Esc 取消`
              : `地图：${shortName(place)}的边界`
          }
          layers={layers}
          focus={focus}
          drawing={drawing}
          onDraw={mayDraw ? onDraw : undefined}
          placing={placing}
          {...(ZMHT_TILES === '' ? {} : { tiles: ZMHT_TILES })}
        />
      </Box>
      <Stack gap={4} className="g-boundary__side">
        {nowhere && mayDraw && focus === undefined && drawing.shape.length === 0 ? (
          <Start
            onBounds={(bounds) => {
              look(bounds, `typed${bounds.west},${bounds.south}`)
              setPlacing(true)
            }}
          />
        ) : null}
        {mayDraw ? (
          <Card>
            <Stack gap={3}>
              <Row between gap={3}>
                <Heading level={2}>{placing ? '正在画' : drawing.shape.length === 0 ? '还没有边界' : '边界'}</Heading>
                <Text strong numeric>
                  {drawing.shape.length === 0 ? '' : areaWords(areaOf(drawing.shape))}
                </Text>
              </Row>
              <Text size="small" tone="quiet">
                {placing
                  ? '沿边界依次点击，回到第一个点或按回车闭合；按住可以拖动地图，按 Esc 取消。'
                  : drawing.shape.length === 0
                    ? '点「画一圈」开始，或导入 GeoJSON 文件。'
                    : '拖动圆点调整，拖动两点之间的小点加一个点，选中后按 Delete 删除。'}
              </Text>
              <Box className="g-acts">
                {placing ? (
                  <>
                    <Button
                      variant="quiet"
                      icon="check"
                      disabled={drawing.draft.length < 3}
                      onPress={() => onDraw({ do: 'close' })}
                    >
                      闭合
                    </Button>
                    <Button
                      variant="quiet"
                      onPress={() => {
                        onDraw({ do: 'cancel' })
                        setPlacing(false)
                      }}
                    >
                      不画了
                    </Button>
                  </>
                ) : (
                  <Button variant="quiet" icon="plus" onPress={() => setPlacing(true)}>
                    {drawing.shape.length === 0 ? '画一圈' : '再画一块'}
                  </Button>
                )}
                <Button
                  variant="quiet"
                  icon="undo"
                  disabled={drawing.past.length === 0}
                  onPress={() => onDraw({ do: 'undo' })}
                >
                  撤销
                </Button>
                <Button
                  variant="quiet"
                  icon="redo"
                  disabled={drawing.future.length === 0}
                  onPress={() => onDraw({ do: 'redo' })}
                >
                  重做
                </Button>
                <Button
                  variant="quiet"
                  icon="trash"
                  disabled={drawing.selected === undefined && drawing.draft.length === 0}
                  onPress={() => onDraw({ do: 'delete' })}
                >
                  删点
                </Button>
              </Box>
              <Import
                onShape={(shape) => {
                  onDraw({ do: 'replace', shape })
                  setPlacing(false)
                  look(boundsOf([shape]), `import${drawing.past.length}`)
                }}
              />
              {first === undefined ? null : (
                <Notice tone="amber" title={first}>
                  {rest.join('；')}
                </Notice>
              )}
              {error === undefined ? null : conflict ? (
                <Notice
                  tone="danger"
                  title="这条边界刚刚有人改过"
                  action={
                    <Button variant="text" onPress={onLatest}>
                      放弃我的修改，看最新的
                    </Button>
                  }
                >
                  您的修改没有保存，还在地图上。请看过最新的边界再改。
                </Notice>
              ) : (
                <ProblemNotice error={error} />
              )}
              <Button
                full
                large
                loading={busy}
                disabled={!changed || placing || problems.length > 0 || drawing.shape.length === 0}
                onPress={() => void save()}
              >
                {changed ? '保存边界' : around.own === undefined ? '画好后保存' : '已是最新'}
              </Button>
              {around.own === undefined ? null : (
                <Button full variant="text-danger" onPress={() => setRemoving(true)}>
                  去掉边界
                </Button>
              )}
            </Stack>
          </Card>
        ) : drawing.shape.length === 0 ? (
          <Card>
            <Text tone="quiet">还没有画边界。</Text>
          </Card>
        ) : (
          <Card>
            <Text numeric>{`面积约 ${areaWords(areaOf(drawing.shape))}`}</Text>
          </Card>
        )}
        {parent === undefined ? null : (
          <Report
            parent={parent}
            report={report}
            onReport={setReport}
            onLook={(shape, key) => look(boundsOf([shape]), key)}
          />
        )}
        <Text size="small" tone="quiet">
          {`坐标系：${crs === 'wgs84' ? 'WGS-84（与 CGCS2000 相差不到 1 米）' : 'GCJ-02'}`}
        </Text>
      </Stack>
      <ConfirmSheet
        open={removing}
        title="去掉边界"
        consequence={`去掉后，地图上的点不再能找到${shortName(place)}，重叠和空白也不再核对它。`}
        confirm="去掉边界"
        variant="danger"
        onClose={() => setRemoving(false)}
        onConfirm={async () => {
          await api.hierarchy.removeBoundary({ params: { placeId: place.id } })
          setRemoving(false)
          onSaved(undefined)
          step({ do: 'replace', shape: [] })
          void boundaryOf.refresh(`${place.id}/gcj02`)
          toast('边界已去掉')
        }}
      />
    </Box>
  )
}

/** Asks before the browser's page is closed over something not saved. */
function useUnsaved(unsaved: boolean): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
}

function inOurs(shape: Shape, from: CoordinateSystem): Shape {
  return shape.map((polygon) => polygon.map((ring) => ring.map((position) => converted(position, from, crs))))
}

/** A GeoJSON file; what coordinates it has is asked, it cannot be told from the numbers. */
function Import({ onShape }: { readonly onShape: (shape: Shape) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [read, setRead] = useState<Shape>()
  const [wrong, setWrong] = useState<string>()
  const [system, setSystem] = useState<CoordinateSystem>('wgs84')
  if (process.env.TARO_ENV !== 'h5') return null
  const open = async (file: File | undefined) => {
    if (file === undefined) return
    const answer = readGeoJson(file.size > 5_000_000 ? ' '.repeat(5_000_001) : await file.text())
    setWrong(answer.ok ? undefined : answer.message)
    if (answer.ok) setRead(answer.shape)
  }
  return (
    <>
      <input
        ref={input}
        className="z-visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label="GeoJSON 文件"
        accept=".geojson,.json,application/geo+json"
        onChange={(event) => {
          void open(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button variant="text" icon="document" onPress={() => input.current?.click()}>
        导入 GeoJSON 文件
      </Button>
      {wrong === undefined ? null : <Text tone="danger">{wrong}</Text>}
      <Sheet
        open={read !== undefined}
        title="导入边界"
        onClose={() => setRead(undefined)}
        footer={
          <Button
            full
            onPress={() => {
              if (read !== undefined) onShape(inOurs(read, system))
              setRead(undefined)
            }}
          >
            放到地图上
          </Button>
        }
      >
        <Stack gap={4}>
          <Text>{`读到 ${read?.length ?? 0} 块，放到地图上后可以再调整，保存后才生效。`}</Text>
          <RadioList<CoordinateSystem>
            label="文件里的坐标系"
            options={[
              { value: 'wgs84', label: 'WGS-84 或 CGCS2000', detail: '测绘、GPS、国家标准数据，多数文件是这种' },
              { value: 'gcj02', label: 'GCJ-02', detail: '从高德、腾讯、微信地图取得' },
            ]}
            value={system}
            onChange={setSystem}
          />
        </Stack>
      </Sheet>
    </>
  )
}

/** Where to begin when nothing around has a boundary: a point typed in. */
function Start({ onBounds }: { readonly onBounds: (bounds: Bounds) => void }) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string>()
  const go = () => {
    const [longitude = Number.NaN, latitude = Number.NaN] = text
      .trim()
      .split(/[\s,，]+/)
      .map(Number)
    const inChina = longitude > 73 && longitude < 136 && latitude > 3 && latitude < 54
    setWrong(inChina ? undefined : '请填写经度和纬度，如 116.4786, 39.9861')
    if (inChina) {
      const around = 0.004
      onBounds({
        west: longitude - around,
        east: longitude + around,
        south: latitude - around,
        north: latitude + around,
      })
    }
  }
  return (
    <Card>
      <Stack gap={3}>
        <Text>附近还没有任何边界。填一个大概的位置，从那里开始画：</Text>
        <TextInput label="经度, 纬度" value={text} onChange={setText} placeholder="116.4786, 39.9861" error={wrong} />
        <Button variant="quiet" onPress={go}>
          到这里
        </Button>
      </Stack>
    </Card>
  )
}

/** Where the boundaries of the children of the parent do not fit together. */
function Report({
  parent,
  report,
  onReport,
  onLook,
}: {
  readonly parent: PlaceWithLineageReply['lineage'][number]
  readonly report: OverlapReportReply | undefined
  readonly onReport: (report: OverlapReportReply) => void
  readonly onLook: (shape: Shape, key: string) => void
}) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const check = async () => {
    setBusy(true)
    setError(undefined)
    try {
      onReport(await api.hierarchy.overlaps({ params: { placeId: parent.id }, query: { crs } }))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const findings = report === undefined ? [] : findingsOf(report)
  return (
    <Section
      title="重叠和空白"
      action={
        <Button variant="text" loading={busy} onPress={() => void check()}>
          {report === undefined ? '核对' : '重新核对'}
        </Button>
      }
    >
      {error === undefined ? null : <ProblemNotice error={error} />}
      {report === undefined ? (
        <Text size="small" tone="quiet">{`看${shortName(parent)}里各处的边界有没有重叠、空白或画到外面。`}</Text>
      ) : findings.length === 0 ? (
        <Text>没有发现重叠和空白。</Text>
      ) : (
        <Card flush>
          <List label="重叠和空白">
            {findings.map((finding, index) => (
              <ListRow
                key={finding.key}
                line={index > 0}
                title={finding.title}
                detail={areaWords(finding.area)}
                onPress={() => onLook(finding.shape, finding.key)}
              />
            ))}
          </List>
        </Card>
      )}
      {report !== undefined && report.without.length > 0 ? (
        <Text size="small" tone="quiet">
          {`还没有边界：${report.without.slice(0, 8).map(shortName).join('、')}${report.without.length > 8 ? ` 等 ${report.without.length} 处` : ''}`}
        </Text>
      ) : null}
    </Section>
  )
}

function findingsOf(report: OverlapReportReply) {
  return [
    ...report.overlaps.map(({ one, other, area, geometry }) => ({
      key: `overlap${one.id}${other.id}`,
      title: `${shortName(one)} 与 ${shortName(other)} 重叠`,
      area,
      shape: shapeOf(geometry),
    })),
    ...report.outside.map(({ place, area, geometry }) => ({
      key: `outside${place.id}`,
      title: `${shortName(place)} 画到了外面`,
      area,
      shape: shapeOf(geometry),
    })),
    ...(report.gaps ?? []).slice(0, 20).map(({ area, geometry }, index) => ({
      key: `gap${index}`,
      title: `空白 ${index + 1}`,
      area,
      shape: shapeOf(geometry),
    })),
  ]
}
