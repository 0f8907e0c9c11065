import { useRouter } from '@tarojs/taro'
import { mintOperationId, type OrganisationReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  ConfirmSheet,
  DatePicker,
  EmptyState,
  goOnTo,
  Heading,
  Loaded,
  Notice,
  Stack,
  Text,
  TextInput,
  toast,
  useNow,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { dayOf } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { shortDay } from './days'
import { mergeWords } from './merge-words'
import { OrganisationField } from './OrganisationField'
import { organisationOf } from './resources'
import type { NamedOrganisation } from './useDirectorySearch'

export function MergePage() {
  return <Gate>{(me) => <Merge me={me} />}</Gate>
}

function Merge({ me }: { readonly me: Official }) {
  const { id = '' } = useRouter().params
  const loaded = useResource(organisationOf, id)
  return (
    <OfficialScreen me={me} title="并入其他单位" current={pages.home} back={pages.book}>
      <Loaded of={loaded}>
        {(data) =>
          data.editable && data.ended === undefined ? (
            <Form organisation={data} />
          ) : (
            <EmptyState icon="shield" title="这个单位现在不能合并" detail="已经合并过，或您的岗位不能修改它。" />
          )
        }
      </Loaded>
    </OfficialScreen>
  )
}

interface Wrong {
  readonly into?: string
  readonly date?: string
  readonly reason?: string
}

function Form({ organisation }: { readonly organisation: OrganisationReply }) {
  const today = dayOf(useNow())
  const [into, setInto] = useState<NamedOrganisation>()
  const [date, setDate] = useState<string | undefined>(today)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const [asking, setAsking] = useState(false)
  /** The same for every attempt: pressed twice, it is one merger. */
  const [operationId] = useState(mintOperationId)
  const ask = () => {
    const missing: Wrong = {
      ...(into === undefined ? { into: '请选择并入哪个单位' } : {}),
      ...(into?.id === organisation.id ? { into: '不能并入它自己' } : {}),
      ...(date === undefined ? { date: '请选择日期' } : {}),
      ...(reason.trim() === '' ? { reason: '请写明原因' } : {}),
    }
    setWrong(missing)
    if (Object.keys(missing).length === 0) setAsking(true)
  }
  const merge = async () => {
    if (into === undefined || date === undefined) return
    await api.permissions.mergeOrganisation({
      params: { organisationId: organisation.id, operationId },
      body: { into: into.id, date, reason: reason.trim() },
    })
    setAsking(false)
    void organisationOf.refresh(organisation.id)
    void organisationOf.refresh(into.id)
    toast(
      date > today
        ? `已安排，${shortDay(date, today)}起自动并入${into.name}`
        : `${organisation.name}已并入${into.name}`,
    )
    goOnTo(pages.organisation, { id: date > today ? organisation.id : into.id })
  }
  return (
    <Stack gap={4} className="g-column">
      <Card>
        <Stack gap={1}>
          <Heading level={2}>{organisation.name}</Heading>
          <Text tone="quiet">岗位、人员、管理的地点、职责和没办完的事一起过去。</Text>
        </Stack>
      </Card>
      <OrganisationField
        label="并入哪个单位"
        value={into}
        startIn={organisation.parent?.id}
        onChange={setInto}
        error={wrong.into}
      />
      <DatePicker
        label="从哪一天起"
        hint="今天：马上生效；以后的日子：到时自动生效"
        value={date}
        onChange={setDate}
        error={wrong.date}
      />
      <TextInput label="原因" value={reason} maxLength={200} onChange={setReason} error={wrong.reason} />
      <Notice tone="amber">合并后原单位不再使用，不能一键撤回。以前的记录仍能查到。</Notice>
      <Button full large onPress={ask}>
        并入这个单位
      </Button>
      {into === undefined || date === undefined ? null : (
        <ConfirmSheet
          open={asking}
          title={`并入${into.name}`}
          consequence={mergeWords(organisation, into.name, date, today)}
          confirm={`把${organisation.name}并过去`}
          variant="danger"
          onClose={() => setAsking(false)}
          onConfirm={merge}
        />
      )}
    </Stack>
  )
}
