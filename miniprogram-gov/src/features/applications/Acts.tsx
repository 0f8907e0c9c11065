import type { ApplicationReply } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { type ApplicationAction, applicationTransitions, isHalfOpen } from '@zmht/shared/rules'
import { Button, Card, ConfirmSheet, goOnTo, goTo, ProblemNotice, Sheet, Stack, Text, toast } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { giveFile } from './file'
import { applicationOf } from './resources'

type Asked = Exclude<ApplicationAction, 'roll-back'>

/** What can be done with it as a whole; each says what follows. */
export function Acts({ application }: { readonly application: ApplicationReply }) {
  const { id, edition, state, actions, mine, version } = application
  const [asked, setAsked] = useState<Asked>()
  const [exporting, setExporting] = useState(false)
  const [error, setError] = useState<unknown>()
  const [exported, setExported] = useState<{ readonly name: string; readonly takenOut: readonly string[] }>()
  if (actions.length === 0 && !mine) return null
  const has = (action: ApplicationAction) => actions.includes(action)
  const change = async (action: Asked) => {
    try {
      applicationOf.put(
        id,
        await api.applications.changeApplication({ params: { applicationId: id }, body: { action, edition } }),
      )
      setAsked(undefined)
      toast(`${applicationTransitions[action].label}：已开始办`)
      if (action === 'open') goOnTo(pages.application, { id, opened: '1' })
    } catch (problem) {
      if (problem instanceof Problem && problem.kind === 'conflict') void applicationOf.refresh(id)
      throw problem
    }
  }
  const take = async () => {
    setExporting(true)
    setError(undefined)
    try {
      const { name, text, takenOut } = await api.applications.applicationFile({ params: { applicationId: id } })
      await giveFile(name, text)
      setExported({ name, takenOut })
    } catch (problem) {
      setError(problem)
    } finally {
      setExporting(false)
    }
  }
  return (
    <Card>
      <Stack gap={2}>
        {has('open') && (state === 'draft' || state === 'retired') ? (
          <Button full icon="publish" onPress={() => goTo(pages.setUpApplication, { id })}>
            {state === 'retired' ? '重新开通' : '去开通'}
          </Button>
        ) : null}
        {has('open') && isHalfOpen(state) ? (
          <Button
            full
            icon="publish"
            variant={state === 'asking' ? 'quiet' : 'primary'}
            onPress={() => setAsked('open')}
          >
            接着开通
          </Button>
        ) : null}
        {mine ? (
          <Button full variant="quiet" icon="edit" onPress={() => goTo(pages.editApplication, { id })}>
            调整
          </Button>
        ) : null}
        {has('keep') ? (
          <Button full variant="quiet" icon="check" onPress={() => setAsked('keep')}>
            {applicationTransitions.keep.label}
          </Button>
        ) : null}
        {mine && version !== undefined ? (
          <Button full variant="quiet" icon="document" loading={exporting} onPress={() => void take()}>
            导出
          </Button>
        ) : null}
        {has('retire') ? (
          <Button full variant="text-danger" onPress={() => setAsked('retire')}>
            {applicationTransitions.retire.label}
          </Button>
        ) : null}
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
      {asked === undefined ? null : (
        <ConfirmSheet
          open
          title={`${applicationTransitions[asked].label}「${application.title}」`}
          consequence={applicationTransitions[asked].consequence}
          confirm={asked === 'open' ? '接着开通' : applicationTransitions[asked].label}
          variant={asked === 'retire' ? 'danger' : 'primary'}
          onClose={() => setAsked(undefined)}
          onConfirm={() => change(asked)}
        />
      )}
      <Sheet open={exported !== undefined} title="已导出" onClose={() => setExported(undefined)}>
        <Stack gap={3}>
          <Text>{`文件“${exported?.name ?? ''}”可以发给别的社区，从“应用 → 从文件安装”装上。`}</Text>
          <Text tone="quiet">文件里只有怎样办，没有这里的地点、单位和任何人的资料，也不带权限。</Text>
          {(exported?.takenOut.length ?? 0) === 0 ? null : (
            <Stack gap={1}>
              <Text strong>没有带走的内容</Text>
              {exported?.takenOut.map((words) => (
                <Text key={words} size="small">
                  {words}
                </Text>
              ))}
            </Stack>
          )}
        </Stack>
      </Sheet>
    </Card>
  )
}
