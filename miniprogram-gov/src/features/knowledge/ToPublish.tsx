import type { ProposalCardReply } from '@zmht/shared/contract'
import {
  Box,
  Button,
  Card,
  Checkbox,
  EmptyState,
  formatWhen,
  type Paged,
  PagedList,
  Row,
  Stack,
  Text,
  useNow,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { PublishSheet } from './PublishSheet'

/** As many go into one version. */
const most = 20

/** Accepted revisions, ticked to be published together. */
export function ToPublish({
  paged,
  onOpen,
}: {
  readonly paged: Paged<ProposalCardReply>
  readonly onOpen: (revision: ProposalCardReply) => void
}) {
  const now = useNow()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [publishing, setPublishing] = useState(false)
  const here = ticked.filter((id) => paged.items.some((one) => one.id === id))
  const toggle = (id: string, on: boolean) =>
    setTicked(on ? [...here, id].slice(0, most) : here.filter((one) => one !== id))
  return (
    <Stack gap={4}>
      <PagedList
        paged={paged}
        label="待发布的修订"
        keyOf={(one) => one.id}
        render={(one) => (
          <Card>
            <Row between gap={3}>
              <Box className="z-grow">
                <Checkbox
                  label={one.title}
                  detail={`${one.changes} 处改动 · ${one.by.name} · ${formatWhen(one.at, now)}提出`}
                  checked={here.includes(one.id)}
                  onChange={(on) => toggle(one.id, on)}
                />
              </Box>
              <Button variant="text" label={`查看：${one.title}`} onPress={() => onOpen(one)}>
                查看
              </Button>
            </Row>
          </Card>
        )}
        empty={<EmptyState icon="check" title="没有待发布的修订" detail="采纳了的修订会出现在这里。" />}
      />
      {paged.items.length === 0 ? null : (
        <Stack gap={1}>
          <Button icon="publish" disabled={here.length === 0} onPress={() => setPublishing(true)}>
            {here.length === 0 ? '勾选要发布的修订' : `发布选中的 ${here.length} 份`}
          </Button>
          <Text size="small" tone="quiet">
            {`一次最多 ${most} 份，一起成为一个版本。`}
          </Text>
        </Stack>
      )}
      {publishing ? <PublishSheet ids={here} onClose={() => setPublishing(false)} /> : null}
    </Stack>
  )
}
