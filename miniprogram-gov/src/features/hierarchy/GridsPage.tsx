import { useRouter } from '@tarojs/taro'
import type { GridReply, PlaceWithLineageReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import {
  Box,
  Button,
  Card,
  EmptyState,
  goTo,
  Heading,
  List,
  ListRow,
  Loaded,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  useResource,
  useWide,
} from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { call } from '@/lib/phone'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Table } from '../frame/Table'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { coverageOf, gridsIn, placeAt } from './resources'
import { mayAt } from './rights'

export function GridsPage() {
  return <Gate>{(me) => <Grids me={me} />}</Gate>
}

function Grids({ me }: { readonly me: Official }) {
  const { place = '' } = useRouter().params
  const loaded = useResource(placeAt, `${place}/`)
  return (
    <OfficialScreen me={me} title="网格" current={pages.home} back={pages.places}>
      <Loaded of={loaded}>
        {(data) => (
          <Box className="g-split">
            <Stack gap={4} className="g-split__main">
              <GridList me={me} place={data} />
            </Stack>
            <Stack gap={4} className="g-split__side">
              <Coverage place={data} />
            </Stack>
          </Box>
        )}
      </Loaded>
    </OfficialScreen>
  )
}

const onDuty = (grid: GridReply) => grid.workers.filter((worker) => worker.onDuty)

function GridList({ me, place }: { readonly me: Official; readonly place: PlaceWithLineageReply }) {
  const wide = useWide()
  const loaded = useResource(gridsIn, place.id)
  const write = mayAt(me, 'grid.write', place)
  const open = (grid: GridReply) => goTo(pages.grid, { id: grid.id, place: place.id })
  return (
    <Section
      title={`${shortName(place)}的网格`}
      action={
        write ? (
          <Button icon="plus" onPress={() => goTo(pages.grid, { place: place.id })}>
            新建网格
          </Button>
        ) : undefined
      }
    >
      <Loaded of={loaded}>
        {(grids) =>
          grids.length === 0 ? (
            <Card>
              <EmptyState
                icon="family"
                title="还没有网格"
                detail="把楼栋、街道分给网格员，居民的事情会先送到值班的网格员那里。"
              />
            </Card>
          ) : wide ? (
            <Table
              label="网格"
              rows={grids}
              keyOf={(grid) => grid.id}
              onOpen={open}
              columns={[
                { key: 'name', head: '网格', narrow: true, cell: (grid) => grid.name },
                { key: 'places', head: '地点', cell: (grid) => placesWords(grid) },
                { key: 'duty', head: '今天值班', narrow: true, cell: (grid) => <OnDuty grid={grid} /> },
                {
                  key: 'workers',
                  head: '网格员',
                  narrow: true,
                  numeric: true,
                  cell: (grid) => `${grid.workers.length} 人`,
                },
              ]}
            />
          ) : (
            <List gap label="网格">
              {grids.map((grid) => {
                const first = onDuty(grid)[0]
                return (
                  <Card key={grid.id}>
                    <Stack gap={2}>
                      <Row between gap={3}>
                        <Heading level={3}>{grid.name}</Heading>
                        <OnDuty grid={grid} />
                      </Row>
                      <Text tone="quiet">{placesWords(grid)}</Text>
                      <Row gap={2}>
                        <Button
                          variant="quiet"
                          label={`${write ? '查看或修改' : '查看'}：${grid.name}`}
                          onPress={() => open(grid)}
                        >
                          {write ? '查看或修改' : '查看'}
                        </Button>
                        {first === undefined ? null : (
                          <Button
                            variant="text"
                            icon="phone"
                            label={`打电话给${first.name}`}
                            onPress={() => call(first.phone)}
                          >
                            {first.name}
                          </Button>
                        )}
                      </Row>
                    </Stack>
                  </Card>
                )
              })}
            </List>
          )
        }
      </Loaded>
    </Section>
  )
}

function placesWords(grid: GridReply): string {
  const names = grid.places.slice(0, 4).map(({ tail }) => tail)
  return `${names.join('、')}${grid.places.length > 4 ? ` 等 ${grid.places.length} 处` : ''}`
}

function OnDuty({ grid }: { readonly grid: GridReply }) {
  const names = onDuty(grid).map(({ name }) => name)
  return names.length === 0 ? <Tag tone="amber">没有人值班</Tag> : <Text inline>{names.join('、')}</Text>
}

/** What no grid covers, what several do, and where nobody is on duty. */
function Coverage({ place }: { readonly place: PlaceWithLineageReply }) {
  const loaded = useResource(coverageOf, place.id)
  return (
    <Section title="覆盖情况">
      <Loaded of={loaded}>
        {({ uncovered, overlapping, unattended }) =>
          uncovered.length + overlapping.length + unattended.length === 0 ? (
            <Card>
              <EmptyState icon="check" title="都有人管" detail="每个地点都在一个网格里，每个网格今天都有人值班。" />
            </Card>
          ) : (
            <Card flush>
              {uncovered.length > 0 ? (
                <Finding title={`${uncovered.length} 处不在任何网格里`} lines={uncovered.map(({ tail }) => tail)} />
              ) : null}
              {overlapping.length > 0 ? (
                <Finding
                  line={uncovered.length > 0}
                  title={`${overlapping.length} 处在几个网格里`}
                  lines={overlapping.map((one) => `${one.place.tail}：${one.grids.map(({ name }) => name).join('、')}`)}
                />
              ) : null}
              {unattended.length > 0 ? (
                <List>
                  {unattended.map((grid, index) => (
                    <ListRow
                      key={grid.id}
                      line={index > 0 || uncovered.length + overlapping.length > 0}
                      title={grid.name}
                      detail="今天没有人值班"
                      onPress={() => goTo(pages.grid, { id: grid.id, place: place.id })}
                    />
                  ))}
                </List>
              ) : null}
            </Card>
          )
        }
      </Loaded>
    </Section>
  )
}

function Finding({
  title,
  lines,
  line,
}: {
  readonly title: string
  readonly lines: readonly string[]
  readonly line?: boolean
}) {
  return (
    <Box className={line ? 'g-line g-pad' : 'g-pad'}>
      <Stack gap={1}>
        <Text tone="amber" strong>
          {title}
        </Text>
        {lines.slice(0, 12).map((words) => (
          <Text key={words} size="small">
            {words}
          </Text>
        ))}
        {lines.length > 12 ? <Text size="small" tone="quiet">{`等 ${lines.length} 处`}</Text> : null}
      </Stack>
    </Box>
  )
}
