import { useRouter } from '@tarojs/taro'
import { operationNames, shortName } from '@zmht/shared/geo'
import {
  Box,
  Button,
  Card,
  ErrorState,
  formatExact,
  goOnTo,
  goToTop,
  Heading,
  KeyValue,
  Notice,
  ProgressBar,
  Row,
  SkeletonList,
  Stack,
  Tag,
  Text,
} from '@zmht/shared/ui'
import { useEffect } from 'react'
import { api } from '@/lib/api'
import { dayWords } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { useProgress } from '../frame/useProgress'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { countsOf, historyOf, placeAt, placeIdIn } from './resources'
import { forgetWork } from './under-way'

export function OperationPage() {
  return <Gate>{(me) => <Operation me={me} />}</Gate>
}

const stateWords = { scheduled: '已安排', effective: '已生效', done: '已完成', refused: '没有生效' } as const

const stateTones = { scheduled: 'amber', effective: 'accent', done: 'accent', refused: 'danger' } as const

function Operation({ me }: { readonly me: Official }) {
  const { place = '', id = '' } = useRouter().params
  const { value, error } = useProgress(
    `${place}/${id}`,
    () => api.hierarchy.operation({ params: { placeId: placeIdIn(place), operationId: id } }),
    ({ state }) => state !== 'effective',
  )
  const state = value?.state
  useEffect(() => {
    if (state === undefined) return
    // Pages that show the place know it as it is now.
    void placeAt.refresh(`${place}/`)
    void historyOf.refresh(place)
    void countsOf.refresh(place)
    if (state !== 'effective') forgetWork(id)
  }, [state, place, id])
  return (
    <OfficialScreen me={me} title="调整结果" current={pages.home} back={pages.places}>
      {value === undefined ? (
        error === undefined ? (
          <SkeletonList />
        ) : (
          <ErrorState error={error} />
        )
      ) : (
        <Stack gap={4} className="g-column">
          <Card>
            <Stack gap={4}>
              <Row between gap={3}>
                <Heading level={2} size="title">
                  {`${operationNames[value.kind]}：${shortName(value.place)}`}
                </Heading>
                <Tag tone={stateTones[value.state]}>{stateWords[value.state]}</Tag>
              </Row>
              <Box live="polite">
                {value.state === 'scheduled' ? (
                  <Text>{`${dayWords(value.date)}起自动生效，在那之前一切照旧。`}</Text>
                ) : value.state === 'effective' ? (
                  <Stack gap={3}>
                    <Text>所有服务已经按新的归属办理。里面的记录正在逐条整理，不影响使用。</Text>
                    {value.total > 0 ? (
                      <ProgressBar label={value.message} done={value.done} total={value.total} />
                    ) : (
                      <Text tone="quiet">{value.message}</Text>
                    )}
                  </Stack>
                ) : (
                  <Text>{value.message}</Text>
                )}
              </Box>
              <KeyValue
                rows={[
                  { key: '日期', value: dayWords(value.date) },
                  ...(value.at === undefined ? [] : [{ key: '生效时间', value: formatExact(value.at) }]),
                  { key: '原因', value: value.reason },
                  ...(value.document === undefined ? [] : [{ key: '文号', value: value.document }]),
                  { key: '办理人', value: value.by },
                ]}
              />
            </Stack>
          </Card>
          {error !== undefined && value.state === 'effective' ? (
            <Notice tone="amber">暂时读不到最新进度，办理仍在继续，会自动再试。</Notice>
          ) : null}
          <Row gap={3} className="g-foot-buttons">
            <Button variant="quiet" onPress={() => goToTop(pages.places)}>
              回到地理层级
            </Button>
            <Button onPress={() => goOnTo(pages.place, { id: value.place.id })}>看这个地点</Button>
          </Row>
        </Stack>
      )}
    </OfficialScreen>
  )
}
