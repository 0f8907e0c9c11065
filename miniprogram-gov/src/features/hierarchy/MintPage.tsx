import { useRouter } from '@tarojs/taro'
import {
  type JobReply,
  type MintBody,
  type MintPreviewReply,
  mintJobId,
  type PlaceWithLineageReply,
} from '@zmht/shared/contract'
import { type Level, levelNames, type PlaceKind, shortName } from '@zmht/shared/geo'
import { previewPattern } from '@zmht/shared/geo/mint'
import {
  Box,
  Button,
  Card,
  ConfirmSheet,
  EmptyState,
  goOnTo,
  Heading,
  List,
  Loaded,
  Notice,
  ProblemNotice,
  ProgressBar,
  RadioList,
  Row,
  Section,
  SegmentedControl,
  Select,
  SkeletonList,
  Stack,
  Text,
  TextArea,
  TextInput,
  useResource,
} from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { rememberInAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { useProgress } from '../frame/useProgress'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { type PatternDraft, type PatternField, readNames, readPattern, startPattern } from './pattern'
import { countsOf, placeAt, placeIdIn } from './resources'
import { mayAt } from './rights'
import { forgetWork, rememberWork } from './under-way'
import { countWords, isAtOrBelow, levelsBelow } from './words'

export function MintPage() {
  return <Gate>{(me) => <Mint me={me} />}</Gate>
}

type Way = 'pattern' | 'names'

function Mint({ me }: { readonly me: Official }) {
  const { place = '', by, job } = useRouter().params
  const loaded = useResource(placeAt, `${place}/`)
  return (
    <OfficialScreen me={me} title="新增下级" current={pages.home} back={pages.places}>
      <Loaded of={loaded}>
        {(data) =>
          !mayAt(me, 'hierarchy.write', data) ? (
            <EmptyState icon="shield" title="您的岗位不能在这里新增" detail="请联系负责这里的社区，或区划管理岗位。" />
          ) : job !== undefined ? (
            <Made place={data} jobId={job} />
          ) : (
            <Choose me={me} place={data} first={by === 'names' ? 'names' : 'pattern'} />
          )
        }
      </Loaded>
    </OfficialScreen>
  )
}

function Choose({
  me,
  place,
  first,
}: {
  readonly me: Official
  readonly place: PlaceWithLineageReply
  readonly first: Way
}) {
  const hasPattern = place.level === 'community' || place.level === 'compound'
  const [way, setWay] = useState<Way>(hasPattern ? first : 'names')
  const [error, setError] = useState<unknown>()
  const [asking, setAsking] = useState<{ readonly body: MintBody; readonly preview: MintPreviewReply }>()
  const [busy, setBusy] = useState(false)
  /** The same for every attempt: pressed twice, it is made once. */
  const [jobId] = useState(mintJobId)
  const check = async (body: MintBody) => {
    setBusy(true)
    setError(undefined)
    try {
      setAsking({ body, preview: await api.hierarchy.previewMint({ params: { placeId: place.id }, body }) })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const make = async () => {
    if (asking === undefined) return
    await api.hierarchy.mint({ params: { placeId: place.id, jobId }, body: asking.body })
    rememberWork({ kind: 'mint', id: jobId, place: place.id, title: `新增：${shortName(place)}`, by: me.id })
    goOnTo(pages.mint, { place: place.id, job: jobId })
  }
  const fresh = asking === undefined ? '' : countWords(asking.preview.fresh)
  const existing = asking === undefined ? '' : countWords(asking.preview.existing)
  return (
    <Stack gap={4}>
      <Stack gap={1}>
        <Heading level={2} size="title">
          {`「${shortName(place)}」新增下级`}
        </Heading>
        <Text tone="quiet">已经有的不会重复，也不会改动。</Text>
      </Stack>
      {hasPattern ? (
        <Box className="g-column">
          <SegmentedControl<Way>
            label="怎样新增"
            segments={[
              { value: 'pattern', label: '批量生成楼门' },
              { value: 'names', label: '逐个填名称' },
            ]}
            value={way}
            onChange={(chosen) => {
              rememberInAddress('by', chosen)
              setWay(chosen)
            }}
          />
        </Box>
      ) : null}
      {way === 'pattern' ? (
        <Pattern busy={busy} onCheck={(body) => void check(body)} />
      ) : (
        <Names place={place} busy={busy} onCheck={(body) => void check(body)} />
      )}
      {error === undefined ? null : <ProblemNotice error={error} />}
      <ConfirmSheet
        open={asking !== undefined}
        title={`「${shortName(place)}」新增下级`}
        consequence={fresh === '' ? '这些都已经有了，没有要新增的。' : `将新增 ${fresh}。居民和同事马上就能选到它们。`}
        confirm={fresh === '' ? '知道了' : '新增'}
        onClose={() => setAsking(undefined)}
        onConfirm={async () => {
          if (fresh === '') setAsking(undefined)
          else await make()
        }}
      >
        {existing === '' ? null : <Text tone="quiet">{`已有 ${existing}，保持不变。`}</Text>}
        {asking !== undefined && asking.preview.problems.length > 0 ? (
          <Notice tone="amber" title="这些不能新增">
            <Stack gap={1}>
              {asking.preview.problems.slice(0, 10).map(({ row, message }) => (
                <Text key={`${row}${message}`}>{message}</Text>
              ))}
            </Stack>
          </Notice>
        ) : null}
        {asking === undefined || asking.preview.sample.length === 0 ? null : (
          <Text size="small" tone="quiet">{`例如：${asking.preview.sample.slice(0, 6).join('，')}`}</Text>
        )}
      </ConfirmSheet>
    </Stack>
  )
}

const suffixes = [
  { value: '号楼', label: '号楼' },
  { value: '栋', label: '栋' },
  { value: '幢', label: '幢' },
  { value: '座', label: '座' },
] as const

/** Typed before and kept while the application is open. */
let lastPattern: PatternDraft = startPattern

function Pattern({ busy, onCheck }: { readonly busy: boolean; readonly onCheck: (body: MintBody) => void }) {
  const [draft, setDraft] = useState(lastPattern)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<PatternDraft>) => {
    const next = { ...draft, ...part }
    lastPattern = next
    setDraft(next)
  }
  const read = readPattern(draft)
  const preview = read.ok ? previewPattern(read.pattern) : undefined
  // What was not touched yet is not wrong yet.
  const wrong = (field: PatternField) =>
    read.ok || (!tried && draft[field] === startPattern[field]) ? undefined : read.wrong[field]
  const number = (field: Exclude<PatternField, 'suffix' | 'skip'>, label: string, hint?: string) => (
    <Box className="z-grow">
      <TextInput
        label={label}
        hint={hint}
        kind="number"
        maxLength={3}
        value={draft[field]}
        onChange={(value) => change({ [field]: value })}
        error={wrong(field)}
      />
    </Box>
  )
  return (
    <Box className="g-split">
      <Stack gap={4} className="g-split__main">
        <Card>
          <Stack gap={4}>
            <Row gap={3} top>
              {number('from', '从几号楼')}
              {number('to', '到几号楼')}
            </Row>
            <RadioList
              label="楼怎么叫"
              inline
              options={suffixes}
              value={draft.suffix}
              onChange={(suffix) => change({ suffix })}
            />
            <TextInput
              label="跳过的号"
              optional
              hint="没有的楼号，用逗号隔开，如 4，14"
              value={draft.skip}
              onChange={(skip) => change({ skip })}
              error={wrong('skip')}
            />
            {number('units', '每栋几个单元', '没有单元填 0，门牌直接在楼里')}
            <Row gap={3} top>
              {number('floors', '几层')}
              {number('doors', '每层几户')}
              {number('firstFloor', '从几层起')}
            </Row>
          </Stack>
        </Card>
      </Stack>
      <Stack gap={4} className="g-split__side">
        <Section title="将会生成">
          <Card>
            <Box live="polite">
              {preview === undefined ? (
                <Text tone="quiet">填好左边的数字，这里马上显示会生成多少。</Text>
              ) : (
                <Stack gap={2}>
                  <Text size="large" strong numeric>
                    {countWords(preview.counts) || '没有要生成的'}
                  </Text>
                  {preview.sample.map((words) => (
                    <Text key={words} size="small" tone="quiet">
                      {words}
                    </Text>
                  ))}
                  {preview.problems.map((words) => (
                    <Text key={words} tone="danger">
                      {words}
                    </Text>
                  ))}
                </Stack>
              )}
            </Box>
          </Card>
        </Section>
        <Button
          full
          large
          loading={busy}
          disabled={preview !== undefined && preview.problems.length > 0}
          onPress={() => {
            setTried(true)
            if (read.ok) onCheck(read.pattern)
          }}
        >
          核对并生成
        </Button>
      </Stack>
    </Box>
  )
}

/** What a new place of a level usually is. */
const kindsOf = (level: Level): readonly { readonly value: PlaceKind; readonly label: string }[] =>
  isAtOrBelow(level, 'building')
    ? [{ value: 'division', label: levelNames[level] }]
    : level === 'compound'
      ? [
          { value: 'landmark', label: '小区、大厦、公园等' },
          { value: 'road', label: '道路' },
          { value: 'division', label: '自然村、组等' },
        ]
      : [{ value: 'division', label: levelNames[level] }]

function Names({
  place,
  busy,
  onCheck,
}: {
  readonly place: PlaceWithLineageReply
  readonly busy: boolean
  readonly onCheck: (body: MintBody) => void
}) {
  const below = levelsBelow(place.level)
  const [level, setLevel] = useState<Level | undefined>(below[0])
  const kinds = level === undefined ? [] : kindsOf(level)
  const [kind, setKind] = useState<PlaceKind>()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string>()
  const chosenKind = kinds.find(({ value }) => value === kind)?.value ?? kinds[0]?.value
  const names = readNames(text)
  const check = () => {
    const problem =
      names.length === 0
        ? '请填写名称'
        : names.length > 100
          ? '一次最多 100 个，请分几次'
          : names.some((name) => name.length > 40)
            ? '名称不超过 40 个字'
            : undefined
    setWrong(problem)
    if (problem !== undefined || level === undefined || chosenKind === undefined) return
    onCheck({ by: 'names', level, kind: chosenKind, names: [...names] })
  }
  return (
    <Stack gap={4} className="g-column">
      <Select
        label="新增的是"
        options={below.map((one) => ({ value: one, label: levelNames[one] }))}
        value={level}
        onChange={setLevel}
      />
      {kinds.length > 1 ? <RadioList label="哪一类" options={kinds} value={chosenKind} onChange={setKind} /> : null}
      <TextArea
        label="名称"
        hint="一行一个，最多 100 个"
        value={text}
        maxLength={4200}
        onChange={(next) => {
          setText(next)
          setWrong(undefined)
        }}
        error={wrong}
      />
      <Button full large loading={busy} onPress={check}>
        {names.length > 0 ? `核对并新增 ${names.length} 个` : '核对并新增'}
      </Button>
    </Stack>
  )
}

/** How far making them is; it goes on without this page. */
function Made({ place, jobId }: { readonly place: PlaceWithLineageReply; readonly jobId: string }) {
  const { value, error } = useProgress(
    jobId,
    () => api.hierarchy.mintProgress({ params: { placeId: placeIdIn(place.id), jobId } }),
    (job: JobReply) => job.state === 'done' || job.state === 'failed',
  )
  const state = value?.state
  useEffect(() => {
    if (state !== 'done' && state !== 'failed') return
    forgetWork(jobId)
    void countsOf.refresh(place.id)
    void placeAt.refresh(`${place.id}/`)
  }, [state, jobId, place.id])
  if (value === undefined) return error === undefined ? <SkeletonList count={1} /> : <ProblemNotice error={error} />
  const problems = value.problems ?? []
  return (
    <Stack gap={4} className="g-column">
      <Card>
        <Stack gap={3}>
          <Heading level={2} size="title">
            {state === 'done' ? '新增完成' : state === 'failed' ? '没有全部完成' : '正在新增'}
          </Heading>
          <Box live="polite">
            {state === 'done' || state === 'failed' ? (
              <Text>{value.message}</Text>
            ) : (
              <Stack gap={2}>
                <ProgressBar label={value.message} done={value.done} total={value.total} />
                <Text tone="quiet">离开这一页也会继续，进度在「地理层级」里能看到。</Text>
              </Stack>
            )}
          </Box>
        </Stack>
      </Card>
      {problems.length > 0 ? (
        <Section title={`没有新增的 ${problems.length} 个`}>
          <Card>
            <List label="没有新增的">
              {problems.map(({ row, message }) => (
                <Text key={`${row}${message}`}>{message}</Text>
              ))}
            </List>
          </Card>
        </Section>
      ) : null}
      {state === 'done' || state === 'failed' ? (
        <Row gap={3} className="g-foot-buttons">
          <Button variant="quiet" onPress={() => goOnTo(pages.mint, { place: place.id })}>
            继续新增
          </Button>
          <Button onPress={() => goOnTo(pages.places, { place: place.id })}>{`看${shortName(place)}`}</Button>
        </Row>
      ) : null}
    </Stack>
  )
}
