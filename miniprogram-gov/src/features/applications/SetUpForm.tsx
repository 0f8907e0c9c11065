import { fillsOf, openingConsequence, partFollows, partKindNames, partName, wireWords } from '@zmht/shared/applications'
import type { ApplicationContent, ApplicationReply } from '@zmht/shared/contract'
import { placeTail } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { applicationTransitions } from '@zmht/shared/rules'
import type { ApplicationTemplate } from '@zmht/shared/templates'
import {
  Box,
  Button,
  Card,
  ConfirmSheet,
  goOnTo,
  Heading,
  Icon,
  Notice,
  ProblemNotice,
  Row,
  Section,
  Stack,
  Text,
} from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'
import { api } from '@/lib/api'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { OrganisationField } from '../directory/OrganisationField'
import { OwnPlaceSheet } from '../ledgers/OwnPlaceSheet'
import { PickedList } from '../permissions/PickedList'
import type { Official } from '../session/official'
import { FillField } from './FillField'
import { RehearsalSection } from './RehearsalSection'
import { applicationOf } from './resources'
import { missingIn, type Picked, type SetUp, settingsOf } from './set-up'
import { TemplatePicture } from './TemplatePicture'
import { partIcons } from './words'

/** The two minutes before an application is open: what it brings, and only what differs from place to place. */
export function SetUpForm({
  me,
  id,
  edition: first,
  content,
  initial,
  template,
  from,
  above,
}: {
  readonly me: Official
  /** The same for every attempt: pressed twice, it is one application. */
  readonly id: string
  readonly edition: number
  readonly content: ApplicationContent
  readonly initial: SetUp
  readonly template?: ApplicationTemplate | undefined
  readonly from?: ApplicationReply['from']
  /** What is to be known of it before: where it comes from. */
  readonly above?: ReactNode
}) {
  const [setUp, setSetUp] = useState(initial)
  /** Cut off after saving, the next attempt goes on from what was saved. */
  const [edition, setEdition] = useState(first)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [problems, setProblems] = useState<readonly string[]>([])
  const missing = missingIn(content, setUp)
  const lacks = Object.keys(missing).length
  const wrong = (what: string) => (tried ? missing[what] : undefined)
  const where = setUp.reach.map(({ name }) => name).join('、')
  const save = async (): Promise<ApplicationReply> => {
    const saved = await api.applications.saveApplication({
      params: { applicationId: id },
      body: { edition, content, settings: settingsOf(content, setUp), ...(from === undefined ? {} : { from }) },
    })
    setEdition(saved.edition)
    applicationOf.put(id, saved)
    return saved
  }
  const open = async () => {
    setProblems([])
    try {
      const saved = await save()
      if (saved.problems.length > 0) {
        setProblems(saved.problems.map(({ message }) => message))
        setAsking(false)
        return
      }
      applicationOf.put(
        id,
        await api.applications.changeApplication({
          params: { applicationId: id },
          body: { action: 'open', edition: saved.edition },
        }),
      )
      goOnTo(pages.application, { id, opened: '1' })
    } catch (problem) {
      if (problem instanceof Problem && problem.kind === 'conflict') void applicationOf.refresh(id)
      throw problem
    }
  }
  const adjust = async () => {
    if (busy) return
    setBusy(true)
    setError(undefined)
    try {
      await save()
      goOnTo(pages.editApplication, { id })
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Box className="g-split">
      <Stack gap={6} className="g-split__main">
        {above}
        <Card>
          <Row gap={3} top>
            <TemplatePicture of={template?.id ?? ''} small />
            <Stack gap={1} grow>
              <Heading level={2} size="title">
                {content.title}
              </Heading>
              <Text tone="quiet">{content.summary}</Text>
            </Stack>
          </Row>
        </Card>
        <Asked
          me={me}
          content={content}
          setUp={setUp}
          wrong={wrong}
          onChange={(change) => setSetUp((before) => ({ ...before, ...change(before) }))}
        />
        <Stack gap={3}>
          {tried && lacks > 0 ? <Notice tone="danger">{`还有 ${lacks} 处要填，请看上面标出的地方。`}</Notice> : null}
          {problems.length === 0 ? null : (
            <Notice tone="amber" title="还不能开通，已经保存为草稿">
              <Stack gap={1}>
                {problems.map((message) => (
                  <Text key={message}>{message}</Text>
                ))}
              </Stack>
            </Notice>
          )}
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button
            full
            large
            icon="publish"
            onPress={() => {
              setTried(true)
              if (lacks === 0) setAsking(true)
            }}
          >
            {applicationTransitions.open.label}
          </Button>
          <Button full variant="text" icon="edit" loading={busy} onPress={() => void adjust()}>
            先调整再开通
          </Button>
        </Stack>
      </Stack>
      <Stack gap={6} className="g-split__side">
        <Brings content={content} />
        {template === undefined ? null : <ForWhom template={template} />}
        <RehearsalSection content={content} />
      </Stack>
      <ConfirmSheet
        open={asking}
        title={`开通「${content.title}」`}
        consequence={openingConsequence(content, where)}
        confirm="确认开通"
        onClose={() => setAsking(false)}
        onConfirm={open}
      />
    </Box>
  )
}

type Change = (change: (before: SetUp) => Partial<SetUp>) => void

/** The questions; most applications have one. */
function Asked({
  me,
  content,
  setUp,
  wrong,
  onChange,
}: {
  readonly me: Official
  readonly content: ApplicationContent
  readonly setUp: SetUp
  readonly wrong: (what: string) => string | undefined
  readonly onChange: Change
}) {
  return (
    <Section title="只有这几样和别处不同">
      <Card>
        <Stack gap={4}>
          <PickedList<Picked>
            label="用在哪里"
            hint="这里的居民和工作人员马上看到，别处看不到"
            ask="加一个地点"
            error={wrong('reach')}
            picked={setUp.reach}
            onChange={(reach) => onChange(() => ({ reach }))}
            sheet={(onPick, onClose) => (
              <OwnPlaceSheet
                me={me}
                title="用在哪里"
                onPick={(path) => {
                  const place = path.at(-1)
                  if (place !== undefined) onPick({ id: place.id, name: placeTail(path) })
                }}
                onClose={onClose}
              />
            )}
          />
          {content.roles.map(({ key, name, about }) => (
            <OrganisationField
              key={key}
              label={name}
              hint={about}
              error={wrong(`role.${key}`)}
              value={setUp.roles[key]}
              onChange={(chosen) =>
                onChange(({ roles: { [key]: _former, ...others } }) => ({
                  roles: chosen === undefined ? others : { ...others, [key]: chosen },
                }))
              }
            />
          ))}
          {fillsOf(content).map((fill) => (
            <FillField
              key={fill.name}
              fill={fill}
              value={setUp.fills[fill.name] ?? ''}
              error={wrong(`fill.${fill.name}`)}
              onChange={(value) => onChange(({ fills }) => ({ fills: { ...fills, [fill.name]: value } }))}
            />
          ))}
        </Stack>
      </Card>
    </Section>
  )
}

/** Part by part what is there once it is open, and what then goes by itself. */
export function Brings({ content }: { readonly content: ApplicationContent }) {
  const knowledge = useKnowledge()
  return (
    <Section title="带来什么">
      <Card>
        <Stack gap={4}>
          {content.parts.map((part) => (
            <Row key={part.key} gap={3} top>
              <Icon name={partIcons[part.kind]} className="z-text--accent" />
              <Stack gap={1} grow>
                <Text strong>{`${partKindNames[part.kind]}：${partName(part)}`}</Text>
                <Text size="small" tone="quiet">
                  {partFollows(part, content)}
                </Text>
              </Stack>
            </Row>
          ))}
          {content.parts.length === 0 ? <Text tone="quiet">还没有任何组成部分，请先调整，放进需要的。</Text> : null}
          {content.wiring.map((wire) => (
            <Row key={wire.key} gap={3} top>
              <Icon name="refresh" className="z-text--accent" />
              <Stack gap={1} grow>
                <Text strong>自动联动</Text>
                <Text size="small" tone="quiet">
                  {wireWords(wire, content, knowledge)}
                </Text>
              </Stack>
            </Row>
          ))}
        </Stack>
      </Card>
    </Section>
  )
}

function ForWhom({ template }: { readonly template: ApplicationTemplate }) {
  const rows = [
    { key: '居民', value: template.residents },
    { key: '工作人员', value: template.workers },
    { key: '管理者', value: template.leaders },
  ]
  return (
    <Section title="各人得到什么">
      <Card>
        <Stack gap={3}>
          {rows.map(({ key, value }) => (
            <Stack key={key} gap={1}>
              <Text size="small" tone="quiet">
                {key}
              </Text>
              <Text>{value}</Text>
            </Stack>
          ))}
        </Stack>
      </Card>
    </Section>
  )
}
