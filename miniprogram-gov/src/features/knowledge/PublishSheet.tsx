import { Problem } from '@zmht/shared/problems'
import {
  Button,
  goOnTo,
  KeyValue,
  Loaded,
  Notice,
  ProblemNotice,
  Sheet,
  Skeleton,
  Stack,
  Text,
  TextArea,
  toast,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { refreshKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { weightNames } from './names'
import { consequenceOf } from './publication'
import { revisionOf, standardOf } from './resources'
import { type Ready, usePublication } from './usePublication'

/** Publishes accepted revisions together as the next version. */
export function PublishSheet({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: () => void }) {
  const loaded = usePublication(ids)
  const [summary, setSummary] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const words = (summary ?? loaded.data?.revisions.map(({ title }) => title).join('；') ?? '').slice(0, 200)
  const publish = async ({ publication, revisions }: Ready) => {
    setBusy(true)
    setError(undefined)
    try {
      const release = await api.knowledge.publish({
        body: { version: publication.from, proposals: revisions.map(({ id }) => id), summary: words.trim() },
      })
      await Promise.all([refreshKnowledge(), standardOf.refresh('whole'), ...ids.map((id) => revisionOf.refresh(id))])
      toast(`${release.version} 版已生效`)
      goOnTo(pages.releases)
    } catch (problem) {
      // Somebody published meanwhile: what it would become is looked at anew.
      if (problem instanceof Problem && problem.kind === 'conflict') void loaded.reload()
      setError(problem)
      setBusy(false)
    }
  }
  const ready = loaded.data
  const broken = ready !== undefined && ready.publication.problems.length > 0
  return (
    <Sheet
      open
      wide
      title={ids.length === 1 ? '发布这份修订' : `一起发布 ${ids.length} 份修订`}
      onClose={onClose}
      footer={
        ready === undefined ? undefined : (
          <>
            <Button
              full
              icon="publish"
              loading={busy}
              disabled={broken || words.trim() === ''}
              onPress={() => void publish(ready)}
            >
              {`发布为 ${ready.publication.to} 版`}
            </Button>
            <Button full variant="text" onPress={onClose}>
              先不
            </Button>
          </>
        )
      }
    >
      <Loaded of={loaded} skeleton={<Skeleton lines={4} />}>
        {({ publication, revisions }) => (
          <Stack gap={4}>
            <KeyValue
              rows={[
                { key: '版本', value: `${publication.from} → ${publication.to}` },
                { key: '分量', value: weightNames[publication.weight] },
                { key: '修订', value: revisions.map(({ title }) => title).join('、') },
              ]}
            />
            {broken ? (
              <Notice tone="amber" title="放在一起还不能发布">
                <Stack gap={1}>
                  {publication.problems.map(({ at, message }) => (
                    <Text key={`${at} ${message}`}>{`第 ${at + 1} 处：${message}`}</Text>
                  ))}
                </Stack>
              </Notice>
            ) : (
              <Notice tone={publication.weight === 'major' ? 'amber' : 'accent'}>{consequenceOf(publication)}</Notice>
            )}
            <TextArea
              label="更新说明"
              hint="写进更新记录，所有人都会看到"
              value={words}
              onChange={setSummary}
              maxLength={200}
              error={words.trim() === '' ? '请写一句更新说明' : undefined}
            />
          </Stack>
        )}
      </Loaded>
      {error === undefined ? null : <ProblemNotice error={error} />}
    </Sheet>
  )
}
