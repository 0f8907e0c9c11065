import { Button, Card, goTo, List, ListRow, ProgressBar, Row, Stack, Text } from '@zmht/shared/ui'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { useProgress } from '../frame/useProgress'
import type { Official } from '../session/official'
import { forgetWork, type UnderWay, useWorkUnderWay } from './under-way'

/** Long work begun on this device: it goes on by itself, here is how far it is. */
export function UnderWayList({ me }: { readonly me: Official }) {
  const entries = useWorkUnderWay(me.id)
  if (entries.length === 0) return null
  return (
    <Card flush>
      <List label="正在办理">
        {entries.map((entry, index) => (
          <OneUnderWay key={entry.id} entry={entry} line={index > 0} />
        ))}
      </List>
    </Card>
  )
}

interface Standing {
  readonly done: number
  readonly total: number
  readonly message: string
  readonly ended: boolean
}

async function look(entry: UnderWay): Promise<Standing> {
  if (entry.kind === 'operation') {
    const operation = await api.hierarchy.operation({ params: { placeId: entry.place, operationId: entry.id } })
    const { done, total, message, state } = operation
    return { done, total, message, ended: state !== 'effective' }
  }
  const job = await api.hierarchy.mintProgress({ params: { placeId: entry.place, jobId: entry.id } })
  return {
    done: job.done,
    total: job.total,
    message: job.message,
    ended: job.state === 'done' || job.state === 'failed',
  }
}

function OneUnderWay({ entry, line }: { readonly entry: UnderWay; readonly line: boolean }) {
  const { value } = useProgress(
    entry.id,
    () => look(entry),
    ({ ended }) => ended,
  )
  const open = () =>
    entry.kind === 'operation'
      ? goTo(pages.operation, { place: entry.place, id: entry.id })
      : goTo(pages.mint, { place: entry.place, job: entry.id })
  if (value?.ended) {
    return (
      <Row between gap={2} className={line ? 'g-line g-pad' : 'g-pad'}>
        <Stack gap={1} grow>
          <Text>{entry.title}</Text>
          <Text size="small" tone="quiet">
            {value.message}
          </Text>
        </Stack>
        <Button variant="text" onPress={() => forgetWork(entry.id)} label={`知道了：${entry.title}`}>
          知道了
        </Button>
      </Row>
    )
  }
  return (
    <ListRow
      line={line}
      title={entry.title}
      detail={
        value === undefined ? (
          '正在读取进度…'
        ) : value.total > 0 ? (
          <ProgressBar label={value.message} done={value.done} total={value.total} />
        ) : (
          value.message
        )
      }
      onPress={open}
    />
  )
}
