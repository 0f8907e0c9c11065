import { useRouter } from '@tarojs/taro'
import type { ComparedMeasureReply } from '@zmht/shared/contract'
import { taskMeasureByNames } from '@zmht/shared/measures'
import { doneOf } from '@zmht/shared/rules'
import {
  Card,
  EmptyState,
  formatWhen,
  goTo,
  Loaded,
  Pressable,
  Row,
  Section,
  Stack,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { fromAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { byFrom, comparedOf } from './measures.resources'
import { Rolled } from './Rolled'
import { rateWords } from './words'

/** One measure in the latest tasks of the organisation that carry it: the latest first, each a press away. */
export function ComparePage() {
  return <Gate>{(me) => <Compared me={me} />}</Gate>
}

function Compared({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const by = byFrom(fromAddress(params.by))
  const loaded = useResource(comparedOf, `${fromAddress(params.attribute)}/${by ?? ''}`)
  return (
    <OfficialScreen me={me} title="和以往的任务比" current={pages.work} back={pages.work}>
      <Loaded of={loaded}>
        {({ name, items }) => (
          <Section title={`${name}${by === undefined ? '' : ` · ${taskMeasureByNames[by]}`}`}>
            {items.length === 0 ? (
              <EmptyState
                icon="chart"
                title="还没有统计它的任务"
                detail="本单位下派的任务里统计了这个指标，就会列在这里。"
              />
            ) : (
              <Stack gap={3} className="g-column">
                {items.map((one) => (
                  <OneTask key={one.task.id} one={one} />
                ))}
                <Text size="small" tone="quiet">
                  只列本单位下派的，新的在前；数字是整个任务到现在的。
                </Text>
              </Stack>
            )}
          </Section>
        )}
      </Loaded>
    </OfficialScreen>
  )
}

function OneTask({ one }: { readonly one: ComparedMeasureReply['items'][number] }) {
  const now = useNow()
  const { task, measure, measured, groups } = one
  const { done, total } = doneOf(groups)
  return (
    <Card>
      <Stack gap={3}>
        <Row between top gap={3}>
          <Pressable className="g-unit__name" onPress={() => goTo(pages.task, { id: task.id })}>
            <Text inline strong tone="accent">
              {task.title}
            </Text>
          </Pressable>
          <Text size="small" tone="quiet" numeric>
            {formatWhen(task.at, now)}
          </Text>
        </Row>
        <Rolled measure={measure} measured={measured} />
        <Text size="small" tone="quiet" numeric>
          {`完成 ${rateWords(groups)}，共 ${total} 项，已完成 ${done} 项`}
        </Text>
      </Stack>
    </Card>
  )
}
