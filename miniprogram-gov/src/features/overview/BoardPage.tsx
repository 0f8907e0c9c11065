import { useRouter } from '@tarojs/taro'
import type { BoardReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { dayInChina } from '@zmht/shared/knowledge'
import { figureOf } from '@zmht/shared/overview'
import {
  Box,
  Button,
  Card,
  formatExact,
  goOnTo,
  goTo,
  Icon,
  Loaded,
  Row,
  Section,
  SegmentedControl,
  Stack,
  Text,
  useResource,
  useWide,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { type Figure, Numbers } from '../home/Numbers'
import { Breadcrumb } from '../home/RollUp'
import { Gate } from '../session/Gate'
import { type Official, territoriesOf } from '../session/official'
import { saveWorkbook } from '../sheets/workbook'
import { BoardRows, NoPlaces } from './BoardRows'
import { Burden } from './Burden'
import { ChooseSheet } from './ChooseSheet'
import { Course } from './Course'
import { Digest } from './Digest'
import { LateList } from './LateList'
import { type About, PeopleSheet } from './PeopleSheet'
import { boardOf, lateIn } from './resources'
import { useLive } from './useLive'
import { figureIn, firstColumn, monthBefore, monthWords, sheetOf, stallWords } from './words'

/** 总览: the numbers of a place and of each place inside it, live; place, month and order stand in the address. */
export function BoardPage() {
  return <Gate>{(me) => <Board me={me} />}</Gate>
}

function Board({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const territories = territoriesOf(me)
  const place = fromAddress(params.place) || territories[0]?.id
  return place === undefined ? (
    <OfficialScreen me={me} title="总览" current={pages.board} back={pages.home}>
      <NoPlaces />
    </OfficialScreen>
  ) : (
    <BoardAt key={place} me={me} place={place} />
  )
}

function BoardAt({ me, place }: { readonly me: Official; readonly place: string }) {
  const { params } = useRouter()
  const territories = territoriesOf(me)
  const month = fromAddress(params.month)
  const loaded = useResource(boardOf, month === '' ? place : `${place}/${month}`)
  const late = useResource(lateIn, place)
  const reload = async () => {
    await Promise.all([loaded.reload(), late.reload()])
  }
  useLive(place, month === '' ? undefined : month, loaded.data?.mark, reload)
  const [by, setBy] = useState(fromAddress(params.by))
  const [about, setAbout] = useState<About>()
  const [choosing, setChoosing] = useState(false)
  const wide = useWide()
  const board = loaded.data
  const isOwn = territories.some((one) => one.id === place)
  const chooseBy = (measure: string) => {
    setBy(measure)
    rememberInAddress('by', measure)
  }
  return (
    <OfficialScreen
      me={me}
      title="总览"
      current={pages.board}
      back={isOwn ? pages.home : pages.board}
      actions={board !== undefined && wide ? <Tools board={board} onChoose={() => setChoosing(true)} /> : undefined}
    >
      {territories.length > 1 && isOwn ? (
        <SegmentedControl
          label="管理的地点"
          value={place}
          segments={territories.map((one) => ({ value: one.id, label: shortName(one) }))}
          onChange={(chosen) => goOnTo(pages.board, { place: chosen })}
        />
      ) : null}
      <Loaded of={loaded}>
        {(data) => {
          const measure = data.columns.some(({ id }) => id === by) ? by : firstColumn(data.columns)
          return (
            <Stack gap={6}>
              <Head me={me} board={data} isStale={loaded.error !== undefined} />
              <Figures
                board={data}
                onPress={(chosen) => {
                  chooseBy(chosen)
                }}
              />
              <Box className="g-split">
                <Box className="g-split__main">
                  <Stack gap={6}>
                    <Stalls board={data} />
                    <LateList me={me} place={place} loaded={late} />
                  </Stack>
                </Box>
                <Box className="g-split__side g-board-side">
                  <Digest place={place} name={data.place.name} />
                </Box>
              </Box>
              <BoardRows
                board={data}
                by={measure}
                onBy={chooseBy}
                onPlace={(child) => goTo(pages.board, { place: child.id, ...(month === '' ? {} : { month }) })}
                onPeople={(child) => setAbout({ title: child.name, place: child.id })}
              />
              <Course place={data.place} columns={data.columns} measure={measure} onMeasure={chooseBy} />
              <Burden place={place} />
              {wide ? null : (
                <Button variant="quiet" icon="settings" full onPress={() => setChoosing(true)}>
                  看哪些数
                </Button>
              )}
            </Stack>
          )
        }}
      </Loaded>
      {about === undefined ? null : <PeopleSheet about={about} onClose={() => setAbout(undefined)} />}
      {choosing && board !== undefined ? (
        <ChooseSheet
          chosen={board.columns.map(({ id }) => id)}
          onClose={() => setChoosing(false)}
          onDone={() => loaded.reload()}
        />
      ) : null}
    </OfficialScreen>
  )
}

/** Where it is, of which month, and how new: on paper also who printed it. */
function Head({
  me,
  board,
  isStale,
}: {
  readonly me: Official
  readonly board: BoardReply
  readonly isStale: boolean
}) {
  const today = dayInChina(board.at).slice(0, 7)
  const months = [...new Set([board.month, today, monthBefore(today)])].sort().reverse()
  return (
    <Stack gap={3}>
      <Row between wrap gap={3}>
        <Breadcrumb path={[...board.above, board.place]} onPlace={({ id }) => goOnTo(pages.board, { place: id })} />
        <SegmentedControl
          label="月份"
          value={board.month}
          segments={months.map((one) => ({ value: one, label: monthWords(one) }))}
          onChange={(chosen) => goOnTo(pages.board, { place: board.place.id, month: chosen })}
        />
      </Row>
      <Row between wrap gap={2}>
        <Text size="title" strong>
          {board.place.name}
        </Text>
        <Text size="small" tone={isStale ? 'amber' : 'quiet'} numeric>
          {isStale
            ? `没能更新，下面是 ${formatExact(board.at)} 的数，正在重试`
            : `${formatExact(board.at)} 的数，打开着会自动更新`}
        </Text>
      </Row>
      <Text size="small" className="g-print-only">
        {`${formatExact(board.at)} 由${[me.posts[0]?.organisation.name, me.posts[0]?.title, me.name].filter(Boolean).join(' ')}打印`}
      </Text>
    </Stack>
  )
}

/** The numbers of the place itself; pressing one shows how it went and who is worst. */
function Figures({ board, onPress }: { readonly board: BoardReply; readonly onPress: (measure: string) => void }) {
  const figures = board.columns.map((column, at): Figure => {
    const cell = board.here[at]
    const isLate = (column.id === 'late' || column.id === 'lateItems') && (cell?.value ?? 0) > 0
    return {
      key: column.id,
      label: column.name,
      value: figureIn(column, cell),
      tone: isLate ? 'danger' : column.id === 'open' ? 'accent' : 'ink',
      onPress: () => onPress(column.id),
    }
  })
  return <Numbers label={`${board.place.name}的数`} figures={figures} />
}

function Stalls({ board }: { readonly board: BoardReply }) {
  const all = stallWords(board)
  return (
    <Section title="卡在哪里">
      <Card>
        {all.length === 0 ? (
          <Text tone="quiet">没有哪一步、哪一处明显偏慢。</Text>
        ) : (
          <Stack gap={3}>
            {all.map(({ key, text, late }) => (
              <Row key={key} gap={2} className="g-stall">
                <Icon name={late ? 'alert' : 'info'} className={late ? 'z-text--danger' : 'z-text--quiet'} />
                <Text>{text}</Text>
              </Row>
            ))}
            {board.stages.length < 2 ? null : (
              <Text size="small" tone="quiet">
                {`${monthWords(board.month)}各步一半用时：${board.stages
                  .map(({ name, half }) => `${name} ${figureOf('minutes', half)}`)
                  .join('，')}。`}
              </Text>
            )}
          </Stack>
        )}
      </Card>
    </Section>
  )
}

/** Choosing the numbers; on a PC also the board as a sheet and on paper. */
function Tools({ board, onChoose }: { readonly board: BoardReply; readonly onChoose: () => void }) {
  const name = `${board.place.name}总览 ${formatExact(board.at).slice(0, 10)}`
  return (
    <>
      <Button variant="quiet" icon="settings" onPress={onChoose}>
        看哪些数
      </Button>
      {process.env.TARO_ENV === 'h5' ? (
        <>
          <Button
            variant="quiet"
            icon="document"
            onPress={() =>
              void saveWorkbook(
                `${name}.xlsx`,
                sheetOf(board),
                board.columns.reduce<number[]>((widths) => [...widths, 14], [20]),
              )
            }
          >
            存表格
          </Button>
          <Button variant="quiet" icon="document" onPress={() => window.print()}>
            打印
          </Button>
        </>
      ) : null}
    </>
  )
}
