import {
  forNames,
  type Procedure,
  procedureNames,
  procedures,
  type ServiceCategory,
  type ServiceFor,
  serviceCategories,
} from '@zmht/shared/rules'
import { RadioList, Select, Stack, TextInput } from '@zmht/shared/ui'
import { AudienceField } from './AudienceField'
import type { BuilderAction } from './builder-state'
import { draftFor, residentsWords } from './for-whom'
import { PartsField } from './PartsField'
import { SettingsPanel } from './SettingsPanel'
import type { ServiceDraft, ServiceProblem } from './service-draft'

const categories = Object.entries(serviceCategories).map(([value, label]) => ({
  value: value as ServiceCategory, // keys of a literal
  label,
}))

/** What stands on the service's card and what is promised. */
export function BasicsPanel({
  draft,
  problems,
  dispatch,
}: {
  readonly draft: ServiceDraft
  readonly problems: readonly ServiceProblem[]
  readonly dispatch: (action: BuilderAction<ServiceDraft>) => void
}) {
  const wrong = (basic: ServiceProblem['basic']) => problems.find((problem) => problem.basic === basic)?.message
  const change = (next: Extract<BuilderAction<ServiceDraft>, { do: 'basics' }>['change']) =>
    dispatch({ do: 'basics', change: next })
  return (
    <Stack gap={4}>
      <TextInput
        label="服务名称"
        hint="居民在列表里看到的名称，不超过 20 个字"
        maxLength={20}
        value={draft.title}
        error={wrong('title')}
        onChange={(title) => change({ title })}
      />
      <TextInput
        label="一句话说明"
        hint="为谁办什么，不超过 24 个字"
        maxLength={24}
        value={draft.summary}
        error={wrong('summary')}
        onChange={(summary) => change({ summary })}
      />
      <Select
        label="分类"
        options={categories}
        value={draft.category}
        onChange={(category) => change({ category: category ?? 'other' })}
      />
      <RadioList<ServiceFor>
        label="给谁办"
        hint={
          draft.for === undefined
            ? residentsWords(draft.form)
            : '由社区同意的单位经办人办，表单填的是单位的情况；居民自己的服务里看不到'
        }
        options={[
          { value: 'residents', label: forNames.residents },
          { value: 'organisations', label: forNames.organisations },
        ]}
        value={draft.for ?? 'residents'}
        onChange={(whom) => {
          if (whom !== (draft.for ?? 'residents')) dispatch({ do: 'replace', draft: draftFor(draft, whom) })
        }}
      />
      <RadioList<Procedure>
        label="办理方式"
        options={procedures.map((value) => ({ value, label: procedureNames[value] }))}
        value={draft.procedure}
        onChange={(procedure) => change({ procedure })}
      />
      <PartsField
        parts={draft.parts}
        needsPartner={draft.procedure === 'partner-confirms'}
        error={wrong('parts')}
        onChange={(parts) => change({ parts })}
      />
      <TextInput
        label="承诺几个工作日内办结"
        hint="居民提交后会看到最晚哪天办结"
        kind="number"
        maxLength={2}
        value={Number.isNaN(draft.promisedDays) ? '' : String(draft.promisedDays)}
        error={wrong('promisedDays')}
        onChange={(days) => change({ promisedDays: days === '' ? Number.NaN : Number(days) })}
      />
      <AudienceField
        organisations={draft.for !== undefined}
        audience={draft.audience}
        error={wrong('audience')}
        onChange={(audience) => change({ audience })}
      />
      <SettingsPanel draft={draft} dispatch={dispatch} />
    </Stack>
  )
}
