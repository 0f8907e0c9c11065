import type { PlaceId } from '@zmht/shared/geo'
import {
  Box,
  Button,
  Card,
  formatWhen,
  Notice,
  ProblemNotice,
  ProgressBar,
  Row,
  Stack,
  Text,
  toast,
  useNow,
} from '@zmht/shared/ui'
import { useState } from 'react'
import type { Pack } from '@/lib/offline/packs'
import type { Offline } from './offline'

/** 带走: fetches what is still to be done here, so that it can be filled in without a network. */
export function TakeAlong({
  offline,
  taskId,
  place,
  pack,
  expected,
}: {
  readonly offline: Offline
  readonly taskId: string
  readonly place: PlaceId | undefined
  readonly pack: Pack | undefined
  /** How many there will be, where that is known. */
  readonly expected: number | undefined
}) {
  const now = useNow()
  const [come, setCome] = useState<number>()
  const [error, setError] = useState<unknown>()
  if (!offline.lasting)
    return (
      <Notice>
        这台设备，或者这个无痕窗口，不能安全地保存资料，不能带走离线办。请换一台设备，或在普通窗口里打开。
      </Notice>
    )
  const take = async () => {
    setError(undefined)
    setCome(0)
    try {
      await offline.take(taskId, place, setCome)
      toast('已带走，没有网络也能填')
    } catch (problem) {
      setError(problem)
    } finally {
      setCome(undefined)
    }
  }
  return (
    <Card label="带走离线办">
      <Stack gap={3}>
        {come !== undefined ? (
          <Box live="polite">
            <ProgressBar label="正在存到这台设备" done={come} total={Math.max(expected ?? 0, come)} />
          </Box>
        ) : pack === undefined ? (
          <Text size="small" tone="quiet">
            要去没有信号的地方？先把这里待办的各项连同表格存到这台设备上，没有网络也能填，有网络后自动提交。
          </Text>
        ) : (
          <Text size="small">{`已带走 ${pack.cards.length} 项 · ${formatWhen(pack.at, now)}`}</Text>
        )}
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Row gap={2} wrap>
          <Button
            variant="quiet"
            icon={pack === undefined ? 'document' : 'refresh'}
            loading={come !== undefined}
            onPress={() => void take()}
          >
            {pack === undefined ? '带走离线办' : '更新带走的'}
          </Button>
          {pack === undefined || come !== undefined ? null : (
            <Button variant="text" onPress={() => void offline.leave(taskId)}>
              不带了
            </Button>
          )}
        </Row>
      </Stack>
    </Card>
  )
}
