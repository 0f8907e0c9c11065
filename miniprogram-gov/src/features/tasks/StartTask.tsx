import { mintTaskId, type TaskCardReply } from '@zmht/shared/contract'
import { dayInChina, type EntityKind } from '@zmht/shared/knowledge'
import { taskStateNames } from '@zmht/shared/rules'
import { taskTemplates } from '@zmht/shared/templates'
import {
  Box,
  Button,
  Card,
  EmptyState,
  List,
  ListRow,
  MoreOfList,
  nowInstant,
  ProblemNotice,
  Section,
  SkeletonList,
  Stack,
  Text,
  usePaged,
  useResource,
} from '@zmht/shared/ui'
import { useCallback, useState } from 'react'
import { api } from '@/lib/api'
import { DraftList } from '../frame/DraftList'
import { ledgersAt } from '../ledgers/resources'
import { kindOrder, ledgerKindWords } from '../ledgers/words'
import { type Official, territoriesOf } from '../session/official'
import { type KeptTask, newTasks, taskDrafts } from './local-drafts'
import { blankTask, type DraftAbout, type TaskDraft, taskFromTemplate, taskLike } from './task-draft'
import { dayWords } from './words'

const afterDays = (days: number): string =>
  dayInChina(new Date(Date.parse(nowInstant()) + days * 86_400_000).toISOString())

/** What a worker is given where nothing else is said, in days. */
const aWeek = 7

/** Where a task begins: what was begun here, a template, one of before, or a blank form. */
export function StartTask({
  me,
  about,
  onStart,
}: {
  readonly me: Official
  /** What it was begun from: a ledger's list. */
  readonly about: DraftAbout | undefined
  readonly onStart: (kept: KeptTask) => void
}) {
  const within = territoriesOf(me).map(({ id, name }) => ({ id, name }))
  const ledgers = useResource(ledgersAt, within[0]?.id ?? '')
  // What a list holds cannot be asked by a form of another kind.
  const listed = about?.of === 'ledger' ? ledgers.data?.find(({ id }) => id === about.ledger)?.kind : undefined
  const isFitting = ({ kind }: { readonly kind: EntityKind }) => listed === undefined || kind === listed
  const start = (draft: TaskDraft) => {
    const kept = { id: mintTaskId(), by: me.id, draft: about === undefined ? draft : { ...draft, about } }
    taskDrafts.keep(kept)
    onStart(kept)
  }
  const begin = (days: number) => ({ within, due: afterDays(days) })
  return (
    <Stack gap={6}>
      <DraftList
        drafts={newTasks}
        by={me.id}
        title="在这台设备上写到一半的"
        label="写到一半的任务"
        titleOf={({ draft }) => draft.title || '还没有名称的任务'}
        aboutOf={({ draft }) => (draft.due === undefined ? '还没有选日期' : `${dayWords(draft.due)}前完成`)}
        onOpen={onStart}
      />
      <Section title="从模板开始">
        <Box as="ul" role="list" label="任务模板" className="g-templates">
          {taskTemplates.filter(isFitting).map((template) => (
            <Box as="li" key={template.id}>
              <Card onPress={() => start(taskFromTemplate(template, begin(template.days)))}>
                <Stack gap={1}>
                  <Text size="large" strong>
                    {template.title}
                  </Text>
                  <Text size="small">{template.basis}</Text>
                  <Text size="small" tone="quiet">
                    {`${template.form.controls.length} 项内容，限 ${template.days} 天`}
                  </Text>
                </Stack>
              </Card>
            </Box>
          ))}
        </Box>
      </Section>
      <Section title="自己组一张表">
        <Stack gap={2}>
          <Text size="small" tone="quiet">
            先选针对什么，再挑要填的内容。不用写代码。
          </Text>
          <Box className="g-toolbar">
            {kindOrder
              .filter((kind) => isFitting({ kind }))
              .map((kind) => (
                <Button
                  key={kind}
                  variant="quiet"
                  icon={ledgerKindWords[kind].icon}
                  onPress={() => start(blankTask(kind, kindNames[kind], begin(aWeek)))}
                >
                  {`针对${ledgerKindWords[kind].name}`}
                </Button>
              ))}
          </Box>
        </Stack>
      </Section>
      <Former me={me} onPick={(task) => start(taskLike(task, begin(aWeek)))} />
    </Stack>
  )
}

/** What the card of whom it is about is called at first. */
const kindNames = { person: '这个人', organisation: '这家单位', thing: '这件物品', place: '这处地点' } as const

/** What the organisation sent out before: asked again in one tap. */
function Former({
  me,
  onPick,
}: {
  readonly me: Official
  readonly onPick: (task: Awaited<ReturnType<typeof api.tasks.task>>) => void
}) {
  const organisation = me.posts[0]?.organisation.id
  const [error, setError] = useState<unknown>()
  const paged = usePaged<TaskCardReply>(
    useCallback(
      async (cursor) =>
        organisation === undefined
          ? { items: [] }
          : api.tasks.tasksAt({ query: { organisation, ...(cursor === undefined ? {} : { cursor }) } }),
      [organisation],
    ),
  )
  const pick = async (id: string) => {
    setError(undefined)
    try {
      onPick(await api.tasks.task({ params: { taskId: id } }))
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Section title="照以前的再派一次">
      {error === undefined ? null : <ProblemNotice error={error} />}
      {paged.items.length > 0 ? (
        <Card>
          <List label="以前的任务">
            {paged.items.map((task, at) => (
              <ListRow
                key={task.id}
                line={at > 0}
                icon="task"
                title={task.title}
                detail={`${taskStateNames[task.state]} · ${dayWords(task.due)}前完成`}
                onPress={() => void pick(task.id)}
              />
            ))}
          </List>
          <MoreOfList paged={paged} />
        </Card>
      ) : paged.first ? (
        <SkeletonList />
      ) : (
        <EmptyState icon="task" title="本单位还没有派过任务" detail="派过的会列在这里，一点就能照着再派。" />
      )}
    </Section>
  )
}
