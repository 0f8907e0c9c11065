import { useRouter } from '@tarojs/taro'
import { type GridReply, mintGridId, type PlaceWithLineageReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import {
  Box,
  Button,
  Card,
  ConfirmSheet,
  DatePicker,
  goBack,
  Loaded,
  Notice,
  PlacesPicker,
  ProblemNotice,
  Row,
  Section,
  Select,
  Sheet,
  Stack,
  Switch,
  Text,
  TextInput,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { api, places } from '@/lib/api'
import { dayOf, dayWords } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import { call } from '@/lib/phone'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import {
  draftOf,
  emptyGrid,
  type GridDraft,
  type GridProblems,
  gridBody,
  gridProblems,
  type WorkerDraft,
} from './grid-draft'
import { type Holder, holdersOf, workingOrganisations } from './organisations'
import { coverageOf, dutiesOf, gridOf, gridsIn, placeAt } from './resources'
import { mayAt } from './rights'

export function GridPage() {
  return <Gate>{(me) => <Grid me={me} />}</Gate>
}

function Grid({ me }: { readonly me: Official }) {
  const { id, place = '' } = useRouter().params
  const where = useResource(placeAt, `${place}/`)
  return (
    <OfficialScreen me={me} title={id === undefined ? '新建网格' : '网格'} current={pages.home} back={pages.places}>
      <Loaded of={where}>
        {(within) =>
          id === undefined ? (
            <Edit me={me} within={within} grid={undefined} />
          ) : (
            <Known me={me} within={within} id={id} />
          )
        }
      </Loaded>
    </OfficialScreen>
  )
}

function Known({
  me,
  within,
  id,
}: {
  readonly me: Official
  readonly within: PlaceWithLineageReply
  readonly id: string
}) {
  const loaded = useResource(gridOf, id)
  return (
    <Loaded of={loaded}>
      {(grid) =>
        mayAt(me, 'grid.write', within) ? (
          <Edit key={grid.edition} me={me} within={within} grid={grid} />
        ) : (
          <Look grid={grid} />
        )
      }
    </Loaded>
  )
}

function Look({ grid }: { readonly grid: GridReply }) {
  return (
    <Stack gap={6} className="g-column">
      <Section title={grid.name}>
        <Card>
          <Stack gap={1}>
            {grid.places.map((place) => (
              <Text key={place.id}>{place.tail}</Text>
            ))}
          </Stack>
        </Card>
      </Section>
      <Section title="网格员">
        <Card>
          <Stack gap={3}>
            {grid.workers.length === 0 ? <Text tone="quiet">还没有网格员。</Text> : null}
            {grid.workers.map((worker) => (
              <Row key={`${worker.official}${worker.from}`} between gap={3}>
                <Stack gap={1}>
                  <Text>{`${worker.name} ${worker.title}${worker.substitute ? '（替班）' : ''}`}</Text>
                  <Text size="small" tone="quiet">
                    {worker.onDuty ? '今天值班' : daysWords(worker.from, worker.to ?? '')}
                  </Text>
                </Stack>
                <Button variant="text" icon="phone" label={`打电话给${worker.name}`} onPress={() => call(worker.phone)}>
                  打电话
                </Button>
              </Row>
            ))}
          </Stack>
        </Card>
      </Section>
    </Stack>
  )
}

const daysWords = (from: string, to: string) =>
  to === '' ? `${dayWords(from)}起` : `${dayWords(from)}至${dayWords(to)}`

/** People of the organisations around, for choosing workers. */
function useHolders(
  me: Official,
  within: PlaceWithLineageReply,
): { readonly holders: readonly Holder[] | undefined; readonly error: unknown } {
  const duties = useResource(dutiesOf, within.id)
  const [state, setState] = useState<{ holders?: readonly Holder[]; error?: unknown }>({})
  const answerable = duties.data
  useEffect(() => {
    if (answerable === undefined) return
    let here = true
    workingOrganisations(me, answerable)
      .then((organisations) => Promise.all(organisations.map(({ id }) => holdersOf(id))))
      .then((all) => {
        if (!here) return
        const people = new Map(all.flat().map((holder) => [holder.id, holder]))
        setState({ holders: [...people.values()] })
      })
      .catch((error: unknown) => {
        if (here) setState({ error })
      })
    return () => {
      here = false
    }
  }, [me, answerable])
  return { holders: state.holders, error: state.error ?? (answerable === undefined ? duties.error : undefined) }
}

function Edit({
  me,
  within,
  grid,
}: {
  readonly me: Official
  readonly within: PlaceWithLineageReply
  readonly grid: GridReply | undefined
}) {
  const now = useNow()
  const [draft, setDraft] = useState<GridDraft>(() => (grid === undefined ? emptyGrid(dayOf(now)) : draftOf(grid)))
  const [gridId] = useState(() => grid?.id ?? mintGridId())
  const [wrong, setWrong] = useState<GridProblems>({})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [choosing, setChoosing] = useState(false)
  const [ending, setEnding] = useState(false)
  const change = (part: Partial<GridDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setWrong({})
  }
  const saved = () => {
    void gridsIn.refresh(within.id)
    void coverageOf.refresh(within.id)
  }
  const save = async () => {
    const problems = gridProblems(draft)
    setWrong(problems)
    if (Object.keys(problems).length > 0) return
    setBusy(true)
    setError(undefined)
    try {
      const reply = await api.permissions.saveGrid({
        params: { gridId },
        body: gridBody(draft, grid?.within.id ?? within.id, grid?.edition ?? 0),
      })
      gridOf.put(gridId, reply)
      saved()
      toast(`「${reply.name}」已保存`)
      goBack(pages.places)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const conflict = error instanceof Problem && error.kind === 'conflict' && grid !== undefined
  return (
    <Stack gap={6} className="g-column">
      <Stack gap={4}>
        <TextInput
          label="网格名称"
          value={draft.name}
          maxLength={30}
          placeholder="第一网格"
          onChange={(name) => change({ name })}
          error={wrong.name}
        />
        <Row gap={3} top>
          <Box className="z-grow">
            <DatePicker
              label="从哪一天起"
              value={draft.from === '' ? undefined : draft.from}
              onChange={(from) => change({ from: from ?? '' })}
              error={wrong.from}
            />
          </Box>
          <Box className="z-grow">
            <DatePicker
              label="到哪一天"
              optional
              value={draft.to === '' ? undefined : draft.to}
              onChange={(to) => change({ to: to ?? '' })}
              error={wrong.to}
            />
          </Box>
        </Row>
      </Stack>
      <Section
        title={`包含的地点（${draft.places.length}）`}
        action={
          <Button variant="quiet" icon="place" onPress={() => setChoosing(true)}>
            选地点
          </Button>
        }
      >
        {wrong.places === undefined ? null : <Text tone="danger">{wrong.places}</Text>}
        {draft.places.length === 0 ? (
          <Text tone="quiet">选楼栋、小区，或沿街的门店所在的道路。选了上一级，里面的都算。</Text>
        ) : (
          <Card>
            <Stack gap={1}>
              {draft.places.map((place) => (
                <Row key={place.id} between gap={3}>
                  <Text>{grid?.places.find(({ id }) => id === place.id)?.tail ?? shortName(place)}</Text>
                  <Button
                    variant="text"
                    label={`去掉${shortName(place)}`}
                    onPress={() => change({ places: draft.places.filter(({ id }) => id !== place.id) })}
                  >
                    去掉
                  </Button>
                </Row>
              ))}
            </Stack>
          </Card>
        )}
      </Section>
      <Workers
        me={me}
        within={within}
        draft={draft}
        wrong={wrong.workers}
        onChange={(workers) => change({ workers })}
      />
      {error === undefined ? null : conflict ? (
        <Notice
          tone="danger"
          title="这个网格刚刚有人改过"
          action={
            <Button variant="text" onPress={() => void gridOf.refresh(gridId)}>
              放弃我的修改，看最新的
            </Button>
          }
        >
          您的修改没有保存。
        </Notice>
      ) : (
        <ProblemNotice error={error} />
      )}
      <Stack gap={2}>
        <Button full large loading={busy} onPress={() => void save()}>
          保存网格
        </Button>
        {grid === undefined ? null : (
          <Button full variant="text-danger" onPress={() => setEnding(true)}>
            结束这个网格
          </Button>
        )}
      </Stack>
      <Sheet
        open={choosing}
        wide
        title="网格包含的地点"
        onClose={() => setChoosing(false)}
        footer={
          <Button full onPress={() => setChoosing(false)}>
            {`选好了，共 ${draft.places.length} 处`}
          </Button>
        }
      >
        <PlacesPicker
          places={places}
          within={within.lineage}
          selected={draft.places}
          max={200}
          onChange={(selected) => change({ places: selected })}
        />
      </Sheet>
      <ConfirmSheet
        open={ending}
        title={`结束「${grid?.name ?? ''}」`}
        consequence="从今天起，这里的事情不再送到这个网格，已经送到的照常办完。以前的记录保留。"
        confirm="结束这个网格"
        variant="danger"
        onClose={() => setEnding(false)}
        onConfirm={async () => {
          await api.permissions.endGrid({ params: { gridId } })
          saved()
          toast('网格已结束')
          goBack(pages.places)
        }}
      />
    </Stack>
  )
}

function Workers({
  me,
  within,
  draft,
  wrong,
  onChange,
}: {
  readonly me: Official
  readonly within: PlaceWithLineageReply
  readonly draft: GridDraft
  readonly wrong: string | undefined
  readonly onChange: (workers: readonly WorkerDraft[]) => void
}) {
  const { holders, error } = useHolders(me, within)
  const [chosen, setChosen] = useState<string>()
  const put = (at: number, part: Partial<WorkerDraft>) =>
    onChange(draft.workers.map((worker, index) => (index === at ? { ...worker, ...part } : worker)))
  const add = () => {
    const holder = holders?.find(({ id }) => id === chosen)
    if (holder === undefined) return
    onChange([
      ...draft.workers,
      { official: holder.id, name: holder.name, title: holder.title, from: draft.from, to: '', substitute: false },
    ])
    setChosen(undefined)
  }
  return (
    <Section title={`网格员（${draft.workers.length}）`}>
      {wrong === undefined ? null : <Text tone="danger">{wrong}</Text>}
      {draft.workers.map((worker, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same person may stand in twice, on other days
        <Card key={index} label={worker.name}>
          <Stack gap={3}>
            <Row between gap={3}>
              <Stack gap={1}>
                <Text strong>{worker.name}</Text>
                <Text size="small" tone="quiet">
                  {worker.title}
                </Text>
              </Stack>
              <Button
                variant="text"
                label={`去掉${worker.name}`}
                onPress={() => onChange(draft.workers.filter((_, other) => other !== index))}
              >
                去掉
              </Button>
            </Row>
            <Row gap={3} top>
              <Box className="z-grow">
                <DatePicker
                  label="从"
                  value={worker.from === '' ? undefined : worker.from}
                  onChange={(from) => put(index, { from: from ?? '' })}
                />
              </Box>
              <Box className="z-grow">
                <DatePicker
                  label="到"
                  optional
                  value={worker.to === '' ? undefined : worker.to}
                  onChange={(to) => put(index, { to: to ?? '' })}
                />
              </Box>
            </Row>
            <Switch
              label="替班"
              detail="在这些天里先找他（她）"
              on={worker.substitute}
              onChange={(substitute) => put(index, { substitute })}
            />
          </Stack>
        </Card>
      ))}
      {error === undefined ? null : <ProblemNotice error={error} />}
      {draft.workers.length < 20 ? (
        <Row gap={2} className="g-duty">
          <Box className="z-grow">
            <Select
              label="加一位网格员"
              placeholder={holders === undefined ? '正在读取人员…' : '选一个人'}
              options={(holders ?? []).map((holder) => ({
                value: holder.id,
                label: `${holder.name}（${holder.organisation} ${holder.title}）`,
              }))}
              value={chosen}
              onChange={setChosen}
            />
          </Box>
          <Button variant="quiet" disabled={chosen === undefined} onPress={add}>
            加上
          </Button>
        </Row>
      ) : null}
    </Section>
  )
}
