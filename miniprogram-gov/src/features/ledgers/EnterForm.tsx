import type { LedgerReply } from '@zmht/shared/contract'
import { sayCondition } from '@zmht/shared/ledgers'
import { Box, Button, Card, Notice, nowInstant, ProblemNotice, Section, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import type { Official } from '../session/official'
import { EntryFields, fieldAnchor } from './EntryFields'
import { placingOf } from './entry'
import { unmetBy } from './in-ledger'
import { bringIntoSight } from './into-sight'
import { OwnPlaceField } from './OwnPlaceField'
import { type EnterReply, useEntry } from './useEntry'

const placeAnchor = 'entry-place'

/** Where it is, what is known of it, whom it has to do with; then it is sent. */
export function EnterForm({
  me,
  ledger,
  onEntered,
}: {
  readonly me: Official
  readonly ledger: LedgerReply
  readonly onEntered: (reply: EnterReply) => void
}) {
  const knowledge = useKnowledge()
  const { kept, fields, entry, change, put, send } = useEntry(ledger, me.id)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const { content } = ledger
  const unmet = unmetBy(content, entry, kept.place, nowInstant())
  const wrong = Object.keys(entry.problems).length + (kept.place === undefined ? 1 : 0)
  const nothing = entry.facts.length === 0
  /** Told once; who still wants to enter it may. */
  const warned = tried && wrong === 0 && !nothing && unmet.length > 0
  const submit = async () => {
    const first = !tried
    setTried(true)
    setError(undefined)
    if (wrong > 0)
      bringIntoSight(kept.place === undefined ? placeAnchor : fieldAnchor(Object.keys(entry.problems)[0] ?? ''))
    if (wrong > 0 || nothing || (first && unmet.length > 0)) return
    setBusy(true)
    try {
      onEntered(await send())
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const level = content.kind === 'place' ? content.level : undefined
  return (
    <Stack gap={6} className="g-column">
      <Card>
        <Box id={placeAnchor}>
          <OwnPlaceField
            me={me}
            label={placingOf[content.kind].label}
            ask="请选择地点"
            value={kept.place}
            error={tried && kept.place === undefined ? '请选择地点' : undefined}
            from={level ?? 'community'}
            until={level ?? 'door'}
            mint
            onChange={put}
          />
        </Box>
      </Card>
      <EntryFields fields={fields} kept={kept} problems={tried ? entry.problems : {}} onChange={change} />
      <Section>
        <Stack gap={3}>
          {warned ? (
            <Notice tone="amber" title={`照这样填，不会出现在“${content.name}”里`}>
              {`这本台账登记的是：${unmet.map((one) => sayCondition(one, knowledge).trim()).join('，并且')}。请核对；没填错的话，可以照样登记，以后资料符合了会自动进来。`}
            </Notice>
          ) : null}
          {error === undefined ? null : <ProblemNotice error={error} />}
          <Button full large loading={busy} onPress={() => void submit()}>
            {warned ? '照样登记' : '登记'}
          </Button>
          {tried && wrong > 0 ? (
            <Text size="small" tone="danger">{`还有 ${wrong} 处要改，请看上面标出的地方。`}</Text>
          ) : tried && nothing ? (
            <Text size="small" tone="danger">
              请至少填写一项。
            </Text>
          ) : (
            <Text size="small" tone="quiet">
              以前登记过的会认出来，您填的会补充到原来的资料里。写的内容随时存在这台设备上。
            </Text>
          )}
        </Stack>
      </Section>
    </Stack>
  )
}
