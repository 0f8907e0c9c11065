import { useRouter } from '@tarojs/taro'
import { type ConsequencesReply, mintOperationId, type PlaceWithLineageReply } from '@zmht/shared/contract'
import { type OperationKind, operationKinds, operationNames, shortName } from '@zmht/shared/geo'
import {
  Box,
  Button,
  Card,
  ConfirmSheet,
  DatePicker,
  EmptyState,
  goOnTo,
  Heading,
  Icon,
  List,
  ListRow,
  Loaded,
  Notice,
  type PathStep,
  ProblemNotice,
  Row,
  Section,
  Stack,
  Text,
  TextInput,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { dayOf, dayWords } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { Steps } from '../sheets/Steps'
import {
  type Adjustment,
  type AdjustmentField,
  adjustmentProblems,
  confirmationWords,
  emptyPart,
  hasCode,
  levelsAbove,
  operationBody,
  type SplitPart,
  startAdjustment,
} from './adjustment'
import { ChildrenSheet } from './ChildrenSheet'
import { PlaceField } from './PlaceField'
import { placeAt } from './resources'
import { mayAdjust } from './rights'
import { rememberWork } from './under-way'
import { countWords, operationHints, wayWords } from './words'

export function AdjustPage() {
  return <Gate>{(me) => <Adjust me={me} />}</Gate>
}

const steps = ['选择', '填写', '看后果', '办理'] as const

function Adjust({ me }: { readonly me: Official }) {
  const { place = '', kind } = useRouter().params
  const loaded = useResource(placeAt, `${place}/`)
  const [chosen, setChosen] = useState(operationKinds.find((one) => one === kind))
  const title = chosen === undefined ? '调整' : `${operationNames[chosen]}地点`
  return (
    <OfficialScreen me={me} title={title} current={pages.home} back={pages.places}>
      <Loaded of={loaded}>
        {(data) =>
          !mayAdjust(me, data) ? (
            <EmptyState
              icon="shield"
              title="您的岗位不能调整这里"
              detail="小区和楼栋由社区维护，社区以上的调整由区划管理岗位办理。"
            />
          ) : chosen === undefined ? (
            <Stack gap={4} className="g-column">
              <Steps steps={steps} now={0} />
              <Card flush>
                <List label="怎样调整">
                  {operationKinds
                    .filter((one) => one !== 'split' || data.hasChildren)
                    .map((one, index) => (
                      <ListRow
                        key={one}
                        line={index > 0}
                        title={operationNames[one]}
                        detail={operationHints[one]}
                        onPress={() => setChosen(one)}
                      />
                    ))}
                </List>
              </Card>
            </Stack>
          ) : (
            <Wizard key={chosen} me={me} place={data} kind={chosen} onOther={() => setChosen(undefined)} />
          )
        }
      </Loaded>
    </OfficialScreen>
  )
}

/** What was filled in stays while the application is open, also when the page is left. */
const drafts = new Map<string, Adjustment>()

function Wizard({
  me,
  place,
  kind,
  onOther,
}: {
  readonly me: Official
  readonly place: PlaceWithLineageReply
  readonly kind: OperationKind
  readonly onOther: () => void
}) {
  const now = useNow()
  const draftKey = `${place.id}/${kind}`
  const [given, setGiven] = useState(() => drafts.get(draftKey) ?? startAdjustment(place, dayOf(now)))
  const [wrong, setWrong] = useState<Partial<Readonly<Record<AdjustmentField, string>>>>({})
  const [consequences, setConsequences] = useState<ConsequencesReply>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [asking, setAsking] = useState(false)
  const [doing, setDoing] = useState(false)
  /** The same for every attempt: pressed twice, it is done once. */
  const [operationId] = useState(mintOperationId)
  const change = (part: Partial<Adjustment>) => {
    const next = { ...given, ...part }
    drafts.set(draftKey, next)
    setGiven(next)
    setWrong({})
  }
  const look = async () => {
    const problems = adjustmentProblems(kind, place, given)
    setWrong(problems)
    const body = operationBody(kind, given)
    if (Object.keys(problems).length > 0 || body === undefined) return
    setBusy(true)
    setError(undefined)
    try {
      setConsequences(await api.hierarchy.consequences({ params: { placeId: place.id }, body }))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const run = async () => {
    const body = operationBody(kind, given)
    if (body === undefined) return
    setAsking(false)
    setDoing(true)
    setError(undefined)
    rememberWork({
      kind: 'operation',
      id: operationId,
      place: place.id,
      title: `${operationNames[kind]}：${shortName(place)}`,
      by: me.id,
    })
    try {
      await api.hierarchy.operate({ params: { placeId: place.id, operationId }, body })
      drafts.delete(draftKey)
      void placeAt.refresh(`${place.id}/`)
      goOnTo(pages.operation, { place: place.id, id: operationId })
    } catch (problem) {
      setError(problem)
      setDoing(false)
    }
  }
  if (doing) return <Doing date={given.date} today={dayOf(now)} />
  if (consequences !== undefined) {
    return (
      <Stack gap={4} className="g-column">
        <Steps steps={steps} now={2} />
        <Consequences place={place} consequences={consequences} date={given.date} today={dayOf(now)} />
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Row gap={3} className="g-foot-buttons">
          <Button variant="quiet" onPress={() => setConsequences(undefined)}>
            返回修改
          </Button>
          <Button disabled={consequences.obstacles.length > 0} onPress={() => setAsking(true)}>
            {`${operationNames[kind]}${shortName(place)}`}
          </Button>
        </Row>
        <ConfirmSheet
          open={asking}
          title={`${operationNames[kind]}${shortName(place)}`}
          consequence={confirmationWords(kind, place, given, countWords(consequences.inside))}
          confirm={operationNames[kind]}
          variant={kind === 'abolish' ? 'danger' : 'primary'}
          onClose={() => setAsking(false)}
          onConfirm={run}
        />
      </Stack>
    )
  }
  return (
    <Stack gap={4} className="g-column">
      <Steps steps={steps} now={1} />
      <Card>
        <Row between gap={3}>
          <Stack gap={1} grow>
            <Heading level={2}>{shortName(place)}</Heading>
            <Text size="small" tone="quiet">
              {wayWords(place.lineage.slice(0, -1))}
            </Text>
          </Stack>
          <Button variant="text" onPress={onOther}>
            换一种调整
          </Button>
        </Row>
      </Card>
      <Details place={place} kind={kind} given={given} wrong={wrong} onChange={change} />
      <Section title="依据">
        <Stack gap={4}>
          <DatePicker
            label="从哪一天起"
            hint="今天：马上生效；以后的日子：到时自动生效；以前的日子：补记"
            value={given.date === '' ? undefined : given.date}
            onChange={(date) => change({ date: date ?? '' })}
            error={wrong.date}
          />
          <TextInput
            label="原因"
            value={given.reason}
            onChange={(reason) => change({ reason })}
            maxLength={200}
            error={wrong.reason}
          />
          <TextInput
            label="文号"
            optional
            value={given.document}
            onChange={(document) => change({ document })}
            maxLength={100}
          />
        </Stack>
      </Section>
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Button full large loading={busy} onPress={() => void look()}>
        下一步：看后果
      </Button>
    </Stack>
  )
}

function Details({
  place,
  kind,
  given,
  wrong,
  onChange,
}: {
  readonly place: PlaceWithLineageReply
  readonly kind: OperationKind
  readonly given: Adjustment
  readonly wrong: Partial<Readonly<Record<AdjustmentField, string>>>
  readonly onChange: (part: Partial<Adjustment>) => void
}) {
  const code = hasCode(place.level) ? (
    <TextInput
      label="新的区划代码"
      optional
      kind="number"
      maxLength={12}
      value={given.code}
      onChange={(next) => onChange({ code: next })}
      error={wrong.code}
    />
  ) : null
  const above = place.lineage.slice(0, -2)
  switch (kind) {
    case 'rename':
      return (
        <Stack gap={4}>
          <TextInput
            label="新名称"
            value={given.name}
            maxLength={40}
            onChange={(name) => onChange({ name })}
            error={wrong.name}
          />
          {code}
        </Stack>
      )
    case 'move':
      return (
        <Stack gap={4}>
          <PlaceField
            label="划归哪里"
            value={given.target}
            onChange={(target) => onChange({ target })}
            error={wrong.target}
            startIn={above}
            {...levelsAbove(place.level)}
          />
          {code}
        </Stack>
      )
    case 'merge':
      return (
        <PlaceField
          label="并入哪里"
          hint="并入同级的另一个地点"
          value={given.target}
          onChange={(target) => onChange({ target })}
          error={wrong.target}
          startIn={place.lineage.slice(0, -1)}
          from={place.level}
          until={place.level}
        />
      )
    case 'split':
      return <Parts place={place} given={given} wrong={wrong.parts} onChange={onChange} />
    case 'abolish':
      return <Successors place={place} given={given} wrong={wrong.into} onChange={onChange} />
  }
}

/** Several places are asked for at once. */
interface PlacesGiven {
  readonly place: PlaceWithLineageReply
  readonly given: Adjustment
  readonly wrong: string | undefined
  readonly onChange: (part: Partial<Adjustment>) => void
}

function Parts({ place, given, wrong, onChange }: PlacesGiven) {
  const [choosing, setChoosing] = useState<number>()
  const put = (at: number, part: Partial<SplitPart>) =>
    onChange({ parts: given.parts.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  const current = choosing === undefined ? undefined : given.parts[choosing]
  return (
    <Stack gap={3}>
      {given.parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place only
        <Card key={index}>
          <Stack gap={3}>
            <TextInput
              label={`新地点 ${index + 1} 的名称`}
              value={part.name}
              maxLength={40}
              onChange={(name) => put(index, { name })}
            />
            {hasCode(place.level) ? (
              <TextInput
                label="区划代码"
                optional
                kind="number"
                maxLength={12}
                value={part.code}
                onChange={(code) => put(index, { code })}
              />
            ) : null}
            <Row between gap={3} wrap>
              <Text tone={part.children.length === 0 ? 'quiet' : 'ink'}>
                {part.children.length === 0
                  ? '还没有选下级'
                  : `${part.children.slice(0, 3).map(shortName).join('、')}${part.children.length > 3 ? ` 等 ${part.children.length} 个` : ''}`}
              </Text>
              <Row gap={2}>
                <Button variant="quiet" label={`选下级：新地点 ${index + 1}`} onPress={() => setChoosing(index)}>
                  选下级
                </Button>
                {given.parts.length > 1 ? (
                  <Button
                    variant="text-danger"
                    label={`去掉新地点 ${index + 1}`}
                    onPress={() => onChange({ parts: given.parts.filter((_, other) => other !== index) })}
                  >
                    去掉
                  </Button>
                ) : null}
              </Row>
            </Row>
          </Stack>
        </Card>
      ))}
      {wrong === undefined ? null : <Text tone="danger">{wrong}</Text>}
      {given.parts.length < 10 ? (
        <Button variant="quiet" icon="plus" onPress={() => onChange({ parts: [...given.parts, emptyPart] })}>
          再加一个新地点
        </Button>
      ) : null}
      {choosing === undefined || current === undefined ? null : (
        <ChildrenSheet
          place={place}
          title={`划给${current.name.trim() || `新地点 ${choosing + 1}`}的下级`}
          selected={current.children}
          taken={given.parts.flatMap((part, index) => (index === choosing ? [] : part.children.map(({ id }) => id)))}
          onChange={(children) => put(choosing, { children })}
          onClose={() => setChoosing(undefined)}
        />
      )}
    </Stack>
  )
}

function Successors({ place, given, wrong, onChange }: PlacesGiven) {
  const add = (way: readonly PathStep[]) =>
    onChange({ into: [...given.into.filter((one) => one.at(-1)?.id !== way.at(-1)?.id), way].slice(0, 10) })
  return (
    <Stack gap={3}>
      {given.into.map((way) => {
        const one = way.at(-1)
        return one === undefined ? null : (
          <Row key={one.id} between gap={3}>
            <Text>{wayWords(way.slice(-2))}</Text>
            <Button
              variant="text"
              label={`去掉${shortName(one)}`}
              onPress={() => onChange({ into: given.into.filter((other) => other !== way) })}
            >
              去掉
            </Button>
          </Row>
        )
      })}
      <PlaceField
        label={given.into.length === 0 ? '后继地点' : '再加一个后继地点'}
        hint={place.hasChildren ? '里面的下级会划入它' : '以后查原名称会找到它；没有可不选'}
        value={undefined}
        onChange={add}
        error={wrong}
        startIn={place.lineage.slice(0, -1)}
        from={place.level}
        until={place.level}
      />
    </Stack>
  )
}

function Consequences({
  place,
  consequences,
  date,
  today,
}: {
  readonly place: PlaceWithLineageReply
  readonly consequences: ConsequencesReply
  readonly date: string
  readonly today: string
}) {
  const inside = countWords(consequences.inside)
  const same = consequences.before.join('/') === consequences.after.join('/')
  return (
    <Stack gap={4}>
      {consequences.obstacles.length > 0 ? (
        <Notice tone="danger" title="现在还不能这样调整">
          <Stack gap={1}>
            {consequences.obstacles.map((words) => (
              <Text key={words}>{words}</Text>
            ))}
          </Stack>
        </Notice>
      ) : null}
      <Card>
        <Stack gap={3}>
          <Heading level={2}>
            {date > today ? `${dayWords(date)}起` : date < today ? `补记：自${dayWords(date)}起` : '马上生效'}
          </Heading>
          {same ? null : (
            <Box className="g-change">
              <Way label="现在" names={consequences.before} />
              <Icon name="down" className="g-change__arrow" />
              <Way label="以后" names={consequences.after} />
            </Box>
          )}
          <Row gap={6} wrap>
            <Amount label={`${shortName(place)}里面`} words={inside || '没有下级'} />
            <Amount label="里面居民的申请" words={`${consequences.requests} 件`} />
          </Row>
        </Stack>
      </Card>
      <Section title="会发生什么">
        <Card>
          <Stack gap={2}>
            {consequences.follows.map((words) => (
              <Row key={words} gap={2} top>
                <Icon name="check" className="z-text--accent" />
                <Text>{words}</Text>
              </Row>
            ))}
          </Stack>
        </Card>
      </Section>
    </Stack>
  )
}

function Way({ label, names }: { readonly label: string; readonly names: readonly string[] }) {
  return (
    <Stack gap={1}>
      <Text size="small" tone="quiet">
        {label}
      </Text>
      <Text>{names.join(' / ')}</Text>
    </Stack>
  )
}

function Amount({ label, words }: { readonly label: string; readonly words: string }) {
  return (
    <Stack gap={1}>
      <Text size="small" tone="quiet">
        {label}
      </Text>
      <Text strong numeric>
        {words}
      </Text>
    </Stack>
  )
}

function Doing({ date, today }: { readonly date: string; readonly today: string }) {
  return (
    <Stack gap={4} className="g-column">
      <Steps steps={steps} now={3} />
      <Card>
        <Box className="z-state" live="polite">
          <Box hidden className="z-spinner g-spinner" />
          <Heading level={2}>{date > today ? '正在安排…' : '正在让所有服务按新的归属办理…'}</Heading>
          <Text tone="quiet">大约需要几秒。离开这一页也会继续办，结果在「地理层级」里能看到。</Text>
        </Box>
      </Card>
    </Stack>
  )
}
