import { useRouter } from '@tarojs/taro'
import { mintOrganisationId, type OrganisationReply } from '@zmht/shared/contract'
import { organisationKindCodes, organisationKinds } from '@zmht/shared/permission'
import {
  Button,
  EmptyState,
  goBack,
  goOnTo,
  Loaded,
  ProblemNotice,
  Select,
  Stack,
  TextInput,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { PlaceField } from '../hierarchy/PlaceField'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { ManagedPlaces } from './ManagedPlaces'
import { OrganisationField } from './OrganisationField'
import {
  newOrganisation,
  type OrganisationDraft,
  organisationBody,
  organisationDraft,
  organisationProblems,
} from './organisation-draft'
import { organisationOf } from './resources'

export function ChangeOrganisationPage() {
  return <Gate>{(me) => <Change me={me} />}</Gate>
}

/** Changes an organisation (`id`), or makes one below another (`parent`). */
function Change({ me }: { readonly me: Official }) {
  const { id, parent = '' } = useRouter().params
  const loaded = useResource(organisationOf, id ?? parent)
  return (
    <OfficialScreen me={me} title={id === undefined ? '新增单位' : '修改单位'} current={pages.home} back={pages.book}>
      <Loaded of={loaded}>
        {(data) =>
          data.editable ? (
            <Form me={me} organisation={id === undefined ? undefined : data} above={data} />
          ) : (
            <EmptyState icon="shield" title="您的岗位不能修改这个单位" detail="请联系本单位或上级的人事管理岗位。" />
          )
        }
      </Loaded>
    </OfficialScreen>
  )
}

function Form({
  me,
  organisation,
  above,
}: {
  readonly me: Official
  /** Absent: a new one. */
  readonly organisation: OrganisationReply | undefined
  readonly above: OrganisationReply
}) {
  const [draft, setDraft] = useState<OrganisationDraft>(() =>
    organisation === undefined ? newOrganisation(above) : organisationDraft(organisation),
  )
  /** The same for every attempt: pressed twice, it is one organisation. */
  const [organisationId] = useState(() => organisation?.id ?? mintOrganisationId())
  const [wrong, setWrong] = useState<ReturnType<typeof organisationProblems>>({})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const change = (part: Partial<OrganisationDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setWrong({})
  }
  const without = (field: 'kind' | 'parent' | 'supervisor') => {
    const { [field]: _, ...others } = draft
    setDraft(others)
  }
  const save = async () => {
    const problems = organisationProblems(draft, organisation?.id)
    setWrong(problems)
    const body = organisationBody(draft, organisation?.edition ?? 0)
    if (Object.keys(problems).length > 0 || body === undefined) return
    setBusy(true)
    setError(undefined)
    try {
      organisationOf.put(organisationId, await api.permissions.saveOrganisation({ params: { organisationId }, body }))
      void organisationOf.refresh(above.id)
      toast(organisation === undefined ? `已新增${body.name}` : `${body.name}已更新`)
      if (organisation === undefined) goOnTo(pages.organisation, { id: organisationId })
      else goBack(pages.book)
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Stack gap={4} className="g-column">
      <TextInput
        label="单位名称"
        value={draft.name}
        maxLength={60}
        onChange={(name) => change({ name })}
        error={wrong.name}
      />
      <Select
        label="单位类型"
        options={organisationKindCodes.map((kind) => ({ value: kind, label: organisationKinds[kind] }))}
        value={draft.kind}
        onChange={(kind) => (kind === undefined ? without('kind') : change({ kind }))}
        error={wrong.kind}
      />
      <OrganisationField
        label="上级单位"
        optional
        value={draft.parent}
        startIn={above.id}
        onChange={(parent) => (parent === undefined ? without('parent') : change({ parent }))}
        error={wrong.parent}
      />
      <OrganisationField
        label="行业主管单位"
        hint="管这个行业的部门，企业和事业单位一般有"
        optional
        value={draft.supervisor}
        startIn={above.id}
        onChange={(supervisor) => (supervisor === undefined ? without('supervisor') : change({ supervisor }))}
      />
      <PlaceField
        label="所在地（可不填）"
        value={draft.place === undefined ? undefined : [draft.place]}
        from="province"
        until="door"
        onChange={(way) => {
          const place = way.at(-1)
          if (place !== undefined) change({ place })
        }}
      />
      <ManagedPlaces me={me} selected={draft.manages} onChange={(manages) => change({ manages })} />
      <TextInput
        label="办公电话"
        optional
        kind="text"
        value={draft.phone}
        maxLength={20}
        onChange={(phone) => change({ phone })}
        error={wrong.phone}
      />
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Button full large loading={busy} onPress={() => void save()}>
        {organisation === undefined ? '新增这个单位' : '保存修改'}
      </Button>
    </Stack>
  )
}
