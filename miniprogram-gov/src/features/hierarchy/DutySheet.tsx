import type { AnswerableReply, PlaceWithLineageReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import {
  Button,
  DatePicker,
  Notice,
  ProblemNotice,
  Select,
  Sheet,
  Skeleton,
  Stack,
  TextInput,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { api } from '@/lib/api'
import { dayOf } from '@/lib/dates'
import type { Official } from '../session/official'
import { type Organisation, organisationsAround } from './organisations'
import { dutiesOf } from './resources'

/** Makes an organisation answerable for one duty at a place, or ends what is held here. */
export function DutySheet({
  me,
  place,
  duty,
  onClose,
  onDone,
}: {
  readonly me: Official
  readonly place: PlaceWithLineageReply
  readonly duty: AnswerableReply
  readonly onClose: () => void
  readonly onDone: (words: string) => void
}) {
  const now = useNow()
  const around = useResource(dutiesOf, place.id)
  const [organisations, setOrganisations] = useState<readonly Organisation[]>()
  const [chosen, setChosen] = useState<string>()
  const [from, setFrom] = useState<string | undefined>(dayOf(now))
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<{
    readonly organisation?: string
    readonly from?: string
    readonly reason?: string
  }>({})
  const [busy, setBusy] = useState<'set' | 'end'>()
  const [error, setError] = useState<unknown>()
  const answerable = around.data
  useEffect(() => {
    if (answerable === undefined) return
    let here = true
    organisationsAround(me, answerable)
      .then((all) => {
        if (here) setOrganisations(all)
      })
      .catch((problem: unknown) => {
        if (here) setError(problem)
      })
    return () => {
      here = false
    }
  }, [me, answerable])
  const holder = duty.holder
  const heldHere = holder !== undefined && holder.place.id === place.id
  const name = organisations?.find(({ id }) => id === chosen)?.name
  const attempt = async (what: 'set' | 'end', run: () => Promise<string>) => {
    setBusy(what)
    setError(undefined)
    try {
      onDone(await run())
    } catch (problem) {
      setError(problem)
      setBusy(undefined)
    }
  }
  const set = () => {
    const missing = {
      ...(chosen === undefined ? { organisation: '请选择单位' } : {}),
      ...(from === undefined ? { from: '请选择日期' } : {}),
      ...(reason.trim() === '' ? { reason: '请写明原因' } : {}),
    }
    setWrong(missing)
    if (chosen === undefined || from === undefined || Object.keys(missing).length > 0) return
    void attempt('set', async () => {
      await api.permissions.setDuty({
        params: { placeId: place.id, duty: duty.duty },
        body: { organisation: chosen, from, reason: reason.trim() },
      })
      return `${duty.name}由${name ?? '新的单位'}负责`
    })
  }
  return (
    <Sheet
      open
      title={`${shortName(place)} · ${duty.name}`}
      onClose={onClose}
      footer={
        <>
          <Button full loading={busy === 'set'} disabled={busy === 'end'} onPress={set}>
            {name === undefined ? '确定负责的单位' : `由${name}负责`}
          </Button>
          {heldHere ? (
            <Button
              full
              variant="text-danger"
              loading={busy === 'end'}
              disabled={busy === 'set'}
              onPress={() =>
                void attempt('end', async () => {
                  await api.permissions.endDuty({ params: { placeId: place.id, duty: duty.duty } })
                  return `${duty.name}改由上一级规定的单位负责`
                })
              }
            >
              结束这里的单独规定，按上一级的
            </Button>
          ) : null}
        </>
      }
    >
      <Stack gap={4}>
        <Notice>
          {holder === undefined
            ? '现在还没有明确负责的单位。指定后，这里和里面所有地点的这项事情都找它。'
            : `现在由${holder.organisation.name}负责${heldHere ? '' : `（按${shortName(holder.place)}的规定）`}。变更后，里面所有没有单独规定的地点一起变更。`}
        </Notice>
        {organisations === undefined ? (
          error === undefined ? (
            <Skeleton lines={2} />
          ) : null
        ) : (
          <Select
            label="负责的单位"
            options={organisations.map(({ id, name: words }) => ({ value: id, label: words }))}
            value={chosen}
            onChange={setChosen}
            error={wrong.organisation}
          />
        )}
        <DatePicker label="从哪一天起" value={from} onChange={setFrom} error={wrong.from} />
        <TextInput label="原因" value={reason} onChange={setReason} maxLength={200} error={wrong.reason} />
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
    </Sheet>
  )
}
