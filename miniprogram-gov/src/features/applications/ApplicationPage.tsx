import { useRouter } from '@tarojs/taro'
import { opensWith, wireWords } from '@zmht/shared/applications'
import type { ApplicationReply } from '@zmht/shared/contract'
import { isHalfOpen, serviceCategories } from '@zmht/shared/rules'
import { applicationTemplate } from '@zmht/shared/templates'
import {
  Box,
  Button,
  Card,
  formatWhen,
  goTo,
  Heading,
  KeyValue,
  Loaded,
  Notice,
  PlaceLine,
  ProgressBar,
  Row,
  Section,
  Stack,
  Tag,
  Text,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useEffect } from 'react'
import { fromAddress } from '@/lib/address'
import { api } from '@/lib/api'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { useProgress } from '../frame/useProgress'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { Acts } from './Acts'
import { PartCards } from './PartCards'
import { RehearsalSection } from './RehearsalSection'
import { Runs } from './Runs'
import { applicationOf } from './resources'
import { TemplatePicture } from './TemplatePicture'
import { Versions } from './Versions'
import { applicationStateNames, stateTones } from './words'

export function ApplicationPage() {
  return <Gate>{(me) => <Page me={me} />}</Gate>
}

/** One application: how it stands, what it is made of, what goes by itself and what became of that. */
function Page({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const loaded = useResource(applicationOf, fromAddress(params.id))
  return (
    <OfficialScreen me={me} title={loaded.data?.title ?? '应用'} current={pages.applications} back={pages.applications}>
      <Loaded of={loaded}>
        {(application) => <Shown application={application} opened={fromAddress(params.opened) !== ''} />}
      </Loaded>
    </OfficialScreen>
  )
}

/** In milliseconds: how often is looked whether an organisation has agreed. */
const seldom = 5000

/** Something is being made of it, or taken down. */
const isUnderWay = ({ state, job }: ApplicationReply): boolean =>
  state === 'opening' || state === 'retiring' || job?.state === 'waiting' || job?.state === 'running'

function Shown({
  application,
  opened,
}: {
  readonly application: ApplicationReply
  /** It was opened just now, from the page before. */
  readonly opened: boolean
}) {
  const { id, job, state } = application
  const underWay = isUnderWay(application)
  // What waits for an organisation goes on by itself once it agrees: somebody who stays sees it.
  const waits = isHalfOpen(state)
  const { value } = useProgress<ApplicationReply>(
    // Each part that is ready counts the edition up: the work is the same.
    underWay || waits ? `${id} ${job?.id ?? state}` : undefined,
    () => api.applications.application({ params: { applicationId: id } }),
    (one) => !isUnderWay(one) && !isHalfOpen(one.state),
    underWay ? undefined : seldom,
  )
  // What was just read is what the page shows, and what it goes on from.
  useEffect(() => {
    if (value !== undefined) applicationOf.put(id, value)
  }, [id, value])
  const begun = application.version !== undefined || Object.keys(application.made).length > 0
  return (
    <Box className="g-split">
      <Stack gap={6} className="g-split__main">
        {underWay ? <UnderWay application={application} /> : null}
        {opened && state === 'open' && !underWay ? <JustOpened application={application} /> : null}
        <Head application={application} />
        <Troubles application={application} />
        <PartCards application={application} />
        <Wiring application={application} />
        {begun ? <Runs id={id} mayRetry={application.mine} /> : null}
      </Stack>
      <Stack gap={6} className="g-split__side">
        <Acts application={application} />
        {state === 'draft' ? <RehearsalSection content={application.content} /> : null}
        <Where application={application} />
        <Versions application={application} />
      </Stack>
    </Box>
  )
}

function UnderWay({ application: { state, job, content } }: { readonly application: ApplicationReply }) {
  return (
    <Card tone="accent">
      <Box live="polite">
        <Stack gap={3}>
          <Text strong>{job?.message || `${applicationStateNames[state]}，请稍等`}</Text>
          <ProgressBar
            label={state === 'retiring' ? '已停下' : '已备好'}
            done={job?.done ?? 0}
            total={Math.max(job?.total ?? content.parts.length, 1)}
          />
          <Text size="small" tone="quiet">
            可以离开这一页，会接着办完。
          </Text>
        </Stack>
      </Box>
    </Card>
  )
}

/** The end of the set-up: what now happens, and where it can be seen. */
function JustOpened({ application: { content, made, version } }: { readonly application: ApplicationReply }) {
  const service = content.parts.find((part) => part.kind === 'service' && part.begin === 'at-once')
  const channel = service === undefined ? undefined : made[service.key]
  return (
    <Card tone="accent">
      <Stack gap={3}>
        <Heading level={2} size="title">
          {version === 1 ? `「${content.title}」已开通` : `「${content.title}」已按新内容生效`}
        </Heading>
        <Stack gap={2}>
          {opensWith(content).map((words) => (
            <Text key={words}>{words}</Text>
          ))}
        </Stack>
        {channel === undefined ? null : (
          <Row>
            <Button icon="eye" onPress={() => goTo(pages.published, { id: channel })}>
              看看居民看到什么
            </Button>
          </Row>
        )}
      </Stack>
    </Card>
  )
}

function Head({ application }: { readonly application: ApplicationReply }) {
  const now = useNow()
  const { title, summary, state, category, organisation, by, version, updatedAt, from } = application
  const categoryName = Object.entries(serviceCategories).find(([key]) => key === category)?.[1]
  const origin =
    from?.file === undefined
      ? from?.template === undefined
        ? undefined
        : `模板“${applicationTemplate(from.template)?.content.title ?? '自带的'}”`
      : `${from.file.from}的文件，${formatWhen(from.file.at, now)}导出`
  return (
    <Card>
      <Stack gap={3}>
        <Row gap={3} top>
          <TemplatePicture of={from?.template ?? ''} small />
          <Stack gap={1} grow>
            <Row between top gap={3}>
              <Heading level={2} size="title">
                {title}
              </Heading>
              <Tag tone={stateTones[state]}>{applicationStateNames[state]}</Tag>
            </Row>
            <Text tone="quiet">{summary}</Text>
          </Stack>
        </Row>
        <KeyValue
          rows={[
            { key: '负责单位', value: organisation.name },
            ...(categoryName === undefined ? [] : [{ key: '分类', value: categoryName }]),
            ...(by === undefined ? [] : [{ key: '以谁的名义', value: `${by}（联动只做这个岗位做得了的事）` }]),
            ...(version === undefined ? [] : [{ key: '版本', value: `第 ${version} 版` }]),
            ...(origin === undefined ? [] : [{ key: '来自', value: origin }]),
            { key: '最近更新', value: formatWhen(updatedAt, now) },
          ]}
        />
      </Stack>
    </Card>
  )
}

/** Why it is stuck, and what keeps it from being opened: what belongs to a part or a wire is said there. */
function Troubles({ application: { state, stuck, problems, job } }: { readonly application: ApplicationReply }) {
  const general = problems.filter(({ part, wire }) => part === undefined && wire === undefined)
  const rows = job?.problems ?? []
  if (!isHalfOpen(state) && general.length === 0 && rows.length === 0) return null
  return (
    <Notice
      tone={state === 'asking' ? 'accent' : 'amber'}
      title={isHalfOpen(state) ? applicationStateNames[state] : '还不能开通'}
    >
      <Stack gap={1}>
        {stuck === undefined ? null : <Text>{stuck}</Text>}
        {general.map(({ message }) => (
          <Text key={message}>{message}</Text>
        ))}
        {rows.map(({ row, message }) => (
          <Text key={`${row}-${message}`}>{message}</Text>
        ))}
        {state === 'stuck' ? (
          <Text size="small" tone="quiet">
            已经备好的都在。改好以后点“接着开通”，从停下的地方往下办。
          </Text>
        ) : null}
      </Stack>
    </Notice>
  )
}

function Wiring({ application: { id, content, problems, mine } }: { readonly application: ApplicationReply }) {
  const knowledge = useKnowledge()
  return (
    <Section
      title="自动联动"
      action={
        mine ? (
          <Button variant="text" icon="edit" onPress={() => goTo(pages.editApplication, { id, at: 'wiring' })}>
            编辑
          </Button>
        ) : undefined
      }
    >
      <Card>
        {content.wiring.length === 0 ? (
          <Text tone="quiet">没有联动：每一步都由人来做。</Text>
        ) : (
          <Stack gap={3}>
            {content.wiring.map((wire) => (
              <Stack key={wire.key} gap={1}>
                <Text>{`${wireWords(wire, content, knowledge)}。`}</Text>
                {problems
                  .filter((one) => one.wire === wire.key)
                  .map(({ message }) => (
                    <Text key={message} size="small" tone="amber">
                      {message}
                    </Text>
                  ))}
              </Stack>
            ))}
          </Stack>
        )}
      </Card>
    </Section>
  )
}

function Where({ application: { places, content, roleNames } }: { readonly application: ApplicationReply }) {
  return (
    <Section title="用在哪里">
      <Card>
        <Stack gap={3}>
          {places.length === 0 ? (
            <Text tone="quiet">还没有选，开通时选择。</Text>
          ) : (
            <Stack gap={2}>
              {places.map((place) => (
                <PlaceLine key={place.id} tail={place.tail} />
              ))}
            </Stack>
          )}
          {content.roles.length === 0 ? null : (
            <KeyValue
              rows={content.roles.map(({ key, name }) => ({ key: name, value: roleNames[key] ?? '还没有选' }))}
            />
          )}
        </Stack>
      </Card>
    </Section>
  )
}
