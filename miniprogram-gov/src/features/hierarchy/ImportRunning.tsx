import type { PlaceWithLineageReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Box, Button, Card, goOnTo, Heading, ProblemNotice, ProgressBar, Row, Stack, Text } from '@zmht/shared/ui'
import { useEffect } from 'react'
import { pages } from '@/lib/navigation'
import { ImportProblems } from './ImportProblems'
import { checkRows, type ImportState, importRows } from './importer'
import { countsOf, placeAt } from './resources'
import { countWords } from './words'

/** How far an import is: what it would add, what it has added, and the rows it leaves out. */
export function ImportRunning({
  place,
  state,
  onBack,
}: {
  readonly place: PlaceWithLineageReply
  readonly state: ImportState
  readonly onBack: () => void
}) {
  const ended = state.phase === 'done'
  useEffect(() => {
    if (!ended) return
    void countsOf.refresh(place.id)
    void placeAt.refresh(`${place.id}/`)
  }, [ended, place.id])
  const fresh = countWords(state.fresh)
  const existing = countWords(state.existing)
  const busy = (state.phase === 'checking' || state.phase === 'importing') && state.error === undefined
  return (
    <Stack gap={4}>
      <Card>
        <Box live="polite">
          <Stack gap={3}>
            <Heading level={2}>
              {state.phase === 'checking'
                ? '正在核对'
                : state.phase === 'checked'
                  ? fresh === ''
                    ? '没有要新增的'
                    : `将新增 ${fresh}`
                  : ended
                    ? '导入完成'
                    : '正在导入'}
            </Heading>
            {busy ? <ProgressBar label={state.message} done={state.done} total={state.rows.length} /> : null}
            {state.phase === 'importing' ? (
              <Text tone="quiet">可以去做别的事，请不要关闭浏览器。中断了也没关系，再导入一次会接着做完。</Text>
            ) : null}
            {state.phase === 'checked' && existing !== '' ? (
              <Text tone="quiet" numeric>{`已有 ${existing}，保持不变。`}</Text>
            ) : null}
            {ended ? (
              <Text
                numeric
              >{`${state.rows.length} 行，${state.problems.length === 0 ? '全部导入' : `其中 ${state.problems.length} 行没有导入`}。`}</Text>
            ) : null}
          </Stack>
        </Box>
      </Card>
      {state.error === undefined ? null : (
        <Stack gap={2}>
          <ProblemNotice error={state.error} />
          <Text tone="quiet" numeric>{`已处理 ${state.done} 行，继续会从这里接着做。`}</Text>
        </Stack>
      )}
      {state.problems.length > 0 ? <ImportProblems place={place} state={state} /> : null}
      <Row gap={3} wrap>
        {state.phase === 'checked' && fresh !== '' ? (
          <Button large onPress={() => void importRows()}>
            {state.problems.length > 0
              ? `导入没有错的 ${state.rows.length - new Set(state.problems.map(({ row }) => row)).size} 行`
              : '导入'}
          </Button>
        ) : null}
        {state.error !== undefined ? (
          <Button
            icon="refresh"
            onPress={() => void (state.phase === 'importing' ? importRows() : checkRows(state.place, state.rows))}
          >
            继续
          </Button>
        ) : null}
        {busy ? null : (
          <Button variant="quiet" onPress={onBack}>
            {ended ? '再导入一个' : '返回修改'}
          </Button>
        )}
        {ended ? (
          <Button onPress={() => goOnTo(pages.places, { place: place.id })}>{`看${shortName(place)}`}</Button>
        ) : null}
      </Row>
    </Stack>
  )
}
