import type { RequestCardReply } from '@zmht/shared/contract'
import { type OfficialMover, requestTransitions } from '@zmht/shared/rules'
import { Box, Button, CheckboxList, type Paged, Row, Stack, Text } from '@zmht/shared/ui'
import { type ReactNode, useState } from 'react'
import { BulkResult } from '../open/BulkResult'
import { BulkSheet } from '../open/BulkSheet'
import { actionsForAll, type BulkRow, type LeftRow, type ManyAction } from '../open/bulk'
import { stateWords } from './words'

type Card = RequestCardReply & { readonly about?: string; readonly cluster?: string }

/** 成批办理: requests of a list, picked, with one decision for all of them. */
export function ManySteps<One extends Card>({
  paged,
  partIn,
  onDone,
  empty = null,
}: {
  readonly paged: Paged<One>
  readonly partIn: (one: One) => OfficialMover
  readonly onDone: () => void
  /** Stands there while there is nothing to pick. */
  readonly empty?: ReactNode
}) {
  const [picked, setPicked] = useState<readonly string[]>([])
  const [action, setAction] = useState<ManyAction>()
  const [came, setCame] = useState<{ readonly done: number; readonly left: readonly LeftRow[] }>()
  const chosen = paged.items
    .filter(({ id }) => picked.includes(id))
    .map(
      (one): BulkRow => ({
        id: one.id,
        state: one.state,
        part: partIn(one),
        who: one.who,
        title: one.about ?? one.title,
        place: one.place,
        number: one.number,
      }),
    )
  const actions = actionsForAll(chosen)
  const all = paged.items.length > 0 && paged.items.every(({ id }) => picked.includes(id))
  return (
    <Stack gap={3}>
      {came === undefined ? null : <BulkResult {...came} onClose={() => setCame(undefined)} />}
      {paged.items.length === 0 ? (
        empty
      ) : (
        <>
          <Row gap={2} wrap>
            <Button variant="quiet" onPress={() => setPicked(all ? [] : paged.items.map(({ id }) => id))}>
              {all ? '全部不选' : `全选这 ${paged.items.length} 件`}
            </Button>
            {actions.map((one, at) => (
              <Button key={one} variant={at === 0 ? 'primary' : 'quiet'} onPress={() => setAction(one)}>
                {`${requestTransitions[one].label}（${chosen.length}）`}
              </Button>
            ))}
          </Row>
          {chosen.length > 0 && actions.length === 0 ? (
            <Text size="small" tone="quiet">
              选中的进展不一样，没有可以一起办的。请选进展相同的。
            </Text>
          ) : null}
          <CheckboxList
            label="选要办的"
            options={paged.items.map(({ id, who, place, title, about, cluster, state, number }) => ({
              value: id,
              label: `${who} · ${place}`,
              detail: `${about ?? title} · ${stateWords[state]}${cluster === undefined ? '' : ' · 与别的合并办理'} · 编号 ${number}`,
            }))}
            values={picked}
            onChange={setPicked}
          />
          {paged.more ? (
            <Box>
              <Button variant="text" loading={paged.loading} onPress={paged.loadMore}>
                再看一些
              </Button>
            </Box>
          ) : null}
        </>
      )}
      {action === undefined ? null : (
        <BulkSheet
          action={action}
          rows={chosen}
          onClose={() => setAction(undefined)}
          onDone={(done, left) => {
            setAction(undefined)
            setPicked([])
            setCame({ done, left })
            onDone()
          }}
        />
      )}
    </Stack>
  )
}
