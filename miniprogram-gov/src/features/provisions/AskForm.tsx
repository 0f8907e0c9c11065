import { type DataSetReply, mintProvisionId, type OrganisationReply } from '@zmht/shared/contract'
import { type PlaceId, shortName } from '@zmht/shared/geo'
import { type Purpose, purposeCodes, purposes } from '@zmht/shared/provisions'
import {
  Box,
  Button,
  Card,
  CheckboxList,
  DatePicker,
  goOnTo,
  nowInstant,
  ProblemNotice,
  RadioList,
  Text,
  TextArea,
  toast,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { dayOf } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import { type Official, territoriesOf } from '../session/official'
import { type AskDraft, faultsOf } from './ask-draft'

const sensitive = '敏感信息，对方会更慎重'

/** What is asked for, what for, where, for whom and until when. Sent twice it is one ask. */
export function AskForm({
  me,
  dataSet,
  organisation,
}: {
  readonly me: Official
  readonly dataSet: DataSetReply
  readonly organisation: OrganisationReply
}) {
  const own = territoriesOf(me)
  const mine = me.posts.map(({ id }) => id)
  const [id] = useState(mintProvisionId)
  const [draft, setDraft] = useState<AskDraft>({
    fields: [],
    purpose: undefined,
    reason: '',
    places: own.length === 1 ? own.map((place) => place.id) : [],
    posts: organisation.posts.filter((post) => mine.includes(post.id)).map((post) => post.id),
    until: undefined,
  })
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>()
  const change = (more: Partial<AskDraft>) => setDraft((before) => ({ ...before, ...more }))
  const faults = faultsOf(draft, dayOf(nowInstant()))
  const shown = tried ? faults : {}
  const send = async () => {
    setTried(true)
    const { purpose, until } = draft
    if (Object.keys(faults).length > 0 || purpose === undefined || until === undefined || busy) return
    setBusy(true)
    try {
      await api.ledgers.askProvision({
        params: { provisionId: id },
        body: {
          dataSetId: dataSet.id,
          fields: [...draft.fields],
          purpose,
          reason: draft.reason.trim(),
          places: own.flatMap((place) => (draft.places.includes(place.id) ? [place.id as PlaceId] : [])), // the places of my own posts
          posts: [...draft.posts],
          until,
        },
      })
      toast(`已提交，等${dataSet.organisation.name}审批`)
      goOnTo(pages.provision, { id })
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Text tone="quiet" className="g-prose">
        {`向${dataSet.organisation.name}申请“${dataSet.name}”。只申请用得着的内容和人，更容易批准。`}
      </Text>
      <Card>
        <Box className="g-groups">
          <CheckboxList
            label="要哪些内容"
            options={dataSet.fields.map(({ key, label, sensitivity }) => ({
              value: key,
              label,
              ...(sensitivity === 'sensitive' ? { detail: sensitive } : {}),
            }))}
            values={draft.fields}
            onChange={(fields) => change({ fields })}
            error={shown.fields}
          />
          <RadioList<Purpose>
            label="用途"
            inline
            options={purposeCodes.map((value) => ({ value, label: purposes[value] }))}
            value={draft.purpose}
            onChange={(purpose) => change({ purpose })}
            error={shown.purpose}
          />
          <TextArea
            label="用途说明"
            hint="对方据此审批；以后每次查看也会记上它，例如：重阳节走访独居老人"
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            maxLength={200}
            error={shown.reason}
          />
          <CheckboxList
            label="哪里的数据"
            options={own.map((place) => ({ value: place.id, label: shortName(place) }))}
            values={draft.places}
            onChange={(places) => change({ places })}
            error={shown.places}
          />
          <CheckboxList
            label="给哪些岗位用"
            hint={`只能是${organisation.name}的岗位；其他人看不到`}
            options={organisation.posts.map(({ id: value, title, holders }) => ({
              value,
              label: title,
              ...(holders.length === 0 ? {} : { detail: holders.map(({ name }) => name).join('、') }),
            }))}
            values={draft.posts}
            onChange={(posts) => change({ posts })}
            error={shown.posts}
          />
          <DatePicker
            label="用到哪一天"
            hint="最长一年，到期自动收回"
            value={draft.until}
            onChange={(until) => change({ until })}
            error={shown.until}
          />
        </Box>
      </Card>
      {failed === undefined ? null : <ProblemNotice error={failed} />}
      <Button full large loading={busy} onPress={() => void send()}>
        提交申请
      </Button>
    </>
  )
}
