import {
  Button,
  Card,
  ConfirmSheet,
  formatWhen,
  goTo,
  List,
  PlaceLine,
  Row,
  Stack,
  Tag,
  Text,
  useNow,
  useStore,
} from '@zmht/shared/ui'
import { useState } from 'react'
import type { Entered } from '@/lib/offline/outbox'
import type { Offline } from '../tasks/offline'
import { behalfPage } from './pages'

/** Requests entered for somebody that have not arrived, each with why and with what can be done. */
export function EnteredList({ offline }: { readonly offline: Offline }) {
  const entries = useStore(offline.outbox.view)
  if (entries.length === 0) return null
  return (
    <List gap label="没有提交的代办">
      {entries.map((entry) => (
        <One key={entry.id} entry={entry} offline={offline} />
      ))}
    </List>
  )
}

function One({ entry, offline }: { readonly entry: Entered; readonly offline: Offline }) {
  const now = useNow()
  const [dropping, setDropping] = useState(false)
  const { id, channelId, name, title, place, at, state, body } = entry
  return (
    <Card>
      <Stack gap={2}>
        <Row between top gap={3}>
          <Text size="large" strong>
            {name}
          </Text>
          <Tag tone={state.is === 'waiting' ? 'quiet' : 'amber'}>
            {state.is === 'waiting' ? '等待提交' : '没有成功'}
          </Tag>
        </Row>
        <PlaceLine tail={place} />
        <Text size="small" tone="quiet" numeric>{`代办：${title} · ${formatWhen(at, now)}填`}</Text>
        {state.is === 'refused' ? <Text>{`${state.title}：${state.detail}`}</Text> : null}
        {state.is === 'refused' ? (
          <Row gap={2} wrap>
            <Button
              variant="quiet"
              label={`打开再改：${name}`}
              onPress={() =>
                goTo(behalfPage, { id: channelId, ...(body.person === undefined ? {} : { person: body.person }) })
              }
            >
              打开再改
            </Button>
            <Button
              variant="quiet"
              label={`再提交${name}`}
              onPress={() => void offline.outbox.again(id).then(offline.sync)}
            >
              再提交
            </Button>
            <Button variant="text-danger" label={`删去${name}`} onPress={() => setDropping(true)}>
              删去
            </Button>
          </Row>
        ) : null}
      </Stack>
      <ConfirmSheet
        open={dropping}
        title={`删去替${name}填的内容`}
        consequence="这一份没有提交过，删去以后找不回来。"
        confirm="删去"
        variant="danger"
        onClose={() => setDropping(false)}
        onConfirm={() => offline.outbox.drop(id)}
      />
    </Card>
  )
}
