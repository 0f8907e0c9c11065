import {
  Box,
  Button,
  Card,
  EmptyState,
  formatDue,
  formatWhen,
  goTo,
  List,
  ListRow,
  Notice,
  ProblemNotice,
  Row,
  Section,
  Select,
  SkeletonList,
  Stack,
  Text,
  useNow,
  useWide,
} from '@zmht/shared/ui'
import { useEffect, useRef, useState } from 'react'
import { pages } from '@/lib/navigation'
import { keepApplication } from '@/lib/offline/keep-application'
import { call } from '@/lib/phone'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { isUnreached, type Offline, useOffline } from '../tasks/offline'
import { itemPage } from '../tasks/pages'
import {
  buildingOf,
  buildingsOf,
  inWalkingOrder,
  type Narrowed,
  type Plan,
  readPlan,
  titlesOf,
  type Visit,
} from './plan'
import { prepare } from './prepare'

const kept = 'visits'

/** 今天的走访: whom to see, by building, unit and door, also where there is no network. */
export function VisitsPage() {
  return <Gate>{(me) => <Visits me={me} />}</Gate>
}

function Visits({ me }: { readonly me: Official }) {
  const offline = useOffline(me)
  return (
    <OfficialScreen me={me} title="今天的走访" current={pages.work} back={pages.work}>
      {offline === undefined ? <SkeletonList /> : <Planned offline={offline} />}
    </OfficialScreen>
  )
}

function Planned({ offline }: { readonly offline: Offline }) {
  const now = useNow()
  const wide = useWide()
  const [plan, setPlan] = useState<Plan>()
  const [done, setDone] = useState<number>()
  const [error, setError] = useState<unknown>()
  const [narrowed, setNarrowed] = useState<Narrowed>({})
  const renew = async () => {
    setError(undefined)
    setDone(0)
    try {
      const next = await prepare(setDone)
      setPlan(next)
      await offline.keep(kept, next)
      // A browser opens the plan without a network only where the application is kept as well.
      if (offline.lasting) await keepApplication()
    } catch (problem) {
      setError(problem)
    } finally {
      setDone(undefined)
    }
  }
  // Decided by what is there when it has been read; whoever wants it anew presses for it.
  const opened = useRef<(stored: unknown) => void>()
  opened.current = (stored) => {
    const found = readPlan(stored)
    if (found !== undefined) setPlan(found)
    if (found === undefined || !isToday(found.at, now)) void renew()
  }
  useEffect(() => {
    void offline.kept(kept).then((stored) => opened.current?.(stored))
  }, [offline])
  const shown = plan === undefined ? [] : inWalkingOrder(plan.visits, narrowed)
  const buildings = [...new Set(shown.map(({ place }) => buildingOf(place)))]
  return (
    <Stack gap={4} className="g-column">
      {error === undefined ? null : isUnreached(error) && plan !== undefined ? (
        <Notice>{`现在没有网络，看到的是${formatWhen(plan.at, now)}存在这台设备上的安排。`}</Notice>
      ) : (
        <ProblemNotice error={error} />
      )}
      <Card>
        <Stack gap={3}>
          <Text>
            {done !== undefined
              ? `正在准备，已 ${done} 件`
              : plan === undefined
                ? '还没有安排'
                : `共 ${plan.visits.length} 处，按楼栋、单元、门牌排好了`}
          </Text>
          {plan === undefined ? null : (
            <Text size="small" tone="quiet">
              {`${formatWhen(plan.at, now)}准备，${offline.lasting ? '加密存在这台设备上，没有网络也能看。' : '这台设备不能安全地保存内容，没有网络时看不到。'}`}
            </Text>
          )}
          {plan?.more ? <Notice tone="amber">待办太多，只列出了最先到期的。</Notice> : null}
          {plan === undefined || plan.visits.length === 0 ? null : (
            <Row gap={3} wrap>
              <Select
                label="楼栋"
                placeholder="全部"
                options={buildingsOf(plan.visits).map((one) => ({ value: one, label: one }))}
                value={narrowed.building}
                onChange={(building) =>
                  setNarrowed(({ building: _, ...before }) =>
                    building === undefined ? before : { ...before, building },
                  )
                }
              />
              <Select
                label="服务或任务"
                placeholder="全部"
                options={titlesOf(plan.visits).map((one) => ({ value: one, label: one }))}
                value={narrowed.title}
                onChange={(title) =>
                  setNarrowed(({ title: _, ...before }) => (title === undefined ? before : { ...before, title }))
                }
              />
            </Row>
          )}
          <Row gap={2} wrap>
            <Button variant="quiet" icon="refresh" loading={done !== undefined} onPress={() => void renew()}>
              重新准备
            </Button>
            {wide && process.env.TARO_ENV === 'h5' && shown.length > 0 ? (
              <Button variant="quiet" icon="document" onPress={() => window.print()}>
                打印
              </Button>
            ) : null}
          </Row>
        </Stack>
      </Card>
      {plan !== undefined && plan.visits.length === 0 && done === undefined ? (
        <EmptyState icon="check" title="今天没有要走访的" detail="您网格里的待办和您在办的任务项，会按门牌排在这里。" />
      ) : null}
      {buildings.map((building) => (
        <Section key={building} title={building}>
          <Card flush>
            <List label={building}>
              {shown
                .filter(({ place }) => buildingOf(place) === building)
                .map((visit, at) => (
                  <OneVisit key={`${visit.of} ${visit.id}`} visit={visit} line={at > 0} now={now} />
                ))}
            </List>
          </Card>
        </Section>
      ))}
    </Stack>
  )
}

function OneVisit({ visit, line, now }: { readonly visit: Visit; readonly line: boolean; readonly now: string }) {
  const { id, of, who, title, place, due, phone } = visit
  return (
    <Box>
      <ListRow
        line={line}
        icon={of === 'request' ? 'message' : 'task'}
        title={`${place} · ${who}`}
        detail={[title, due === undefined ? undefined : formatDue(due, now)].filter(Boolean).join(' · ')}
        onPress={() => (of === 'request' ? goTo(pages.request, { id }) : goTo(itemPage, { id }))}
      />
      {phone === undefined ? null : (
        <Box className="g-visit__call">
          <Button variant="quiet" icon="phone" label={`打电话给${who}`} onPress={() => call(phone)}>
            打电话
          </Button>
        </Box>
      )}
    </Box>
  )
}

const isToday = (at: string, now: string): boolean => dayOf(at) === dayOf(now)
const dayOf = (instant: string): string => new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 10)
