import type { ChangeReply } from '@zmht/shared/contract'
import { Box, Button, List, Notice, ProblemNotice, Skeleton, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { beyondWords } from './say-beyond'
import { changeWords } from './say-change'
import type { Preview } from './usePreview'

/** So many people are named at once. */
const first = 5

/** What a rule would change before it is saved: why it may not be given, who gains, who loses. */
export function ChangesPanel({
  preview,
  proposed = false,
}: {
  readonly preview: Preview
  /** It waits for a second person already: they need not be told. */
  readonly proposed?: boolean
}) {
  const { found, busy, error, outdated } = preview
  return (
    <Box live="polite">
      {error !== undefined ? (
        <Stack gap={2}>
          <ProblemNotice error={error} />
          <Button variant="quiet" icon="refresh" loading={busy} onPress={preview.run}>
            再算一次
          </Button>
        </Stack>
      ) : found === undefined ? (
        <Stack gap={2}>
          <Text tone="quiet">正在算会改变什么…</Text>
          <Skeleton lines={2} />
        </Stack>
      ) : (
        <Stack gap={3}>
          {outdated ? (
            <Text size="small" tone="quiet">
              改动以后正在重新算…
            </Text>
          ) : null}
          {beyondWords(found.beyond).map((words) => (
            <Text key={words} tone="danger">
              {words}
            </Text>
          ))}
          {found.needsApproval && !proposed ? (
            <Notice tone="amber" title="要第二个人确认">
              它涉及“谁能改权限”，保存以后要等另一位权限管理员确认才生效。
            </Notice>
          ) : null}
          <Text strong numeric>{`${found.gaining} 人多出权限，${found.losing} 人失去权限`}</Text>
          <Changes changes={found.changes} count={found.gaining + found.losing} />
        </Stack>
      )}
    </Box>
  )
}

function Changes({ changes, count }: { readonly changes: readonly ChangeReply[]; readonly count: number }) {
  const [open, setOpen] = useState(false)
  const shown = open ? changes : changes.slice(0, first)
  if (changes.length === 0) {
    return count === 0 ? (
      <Text size="small" tone="quiet">
        没有人的权限会变：这些岗位现在没有人，或者已经有同样的权限。
      </Text>
    ) : null
  }
  return (
    <>
      <List label="谁的权限会变">
        {shown.map(({ official, posts, gains, loses }) => (
          <Box key={official.id} className="g-affected g-changed">
            <Text strong>{official.name}</Text>
            <Text size="small" tone="quiet">
              {posts.join('、')}
            </Text>
            {gains.length === 0 ? null : <Text size="small">{`多出：${changeWords(gains).join('；')}`}</Text>}
            {loses.length === 0 ? null : (
              <Text size="small" tone="amber">{`失去：${changeWords(loses).join('；')}`}</Text>
            )}
          </Box>
        ))}
      </List>
      {changes.length > first && !open ? (
        <Button variant="text" icon="down" onPress={() => setOpen(true)}>
          {`再看 ${changes.length - first} 人`}
        </Button>
      ) : null}
      {count > changes.length ? <Text size="small" tone="quiet">{`只列出前 ${changes.length} 人。`}</Text> : null}
    </>
  )
}
