import { RadioList, Row, Select, Stack, TextInput } from '@zmht/shared/ui'
import {
  type Audience,
  type AudienceKind,
  audienceKindOf,
  audienceOf,
  audienceWords,
  organisationKinds,
  residentKinds,
} from './audience'

const kinds = residentKinds.map((value): { value: AudienceKind; label: string } => ({
  value,
  label: audienceWords[value],
}))
const kindsOfOrganisations = organisationKinds.map((value): { value: AudienceKind; label: string } => ({
  value,
  label: value === 'everybody' ? '不限，发布范围内的单位都能申请' : audienceWords[value],
}))
const who = [
  { value: 'self' as const, label: '申请人本人' },
  { value: 'family' as const, label: '本人，或本人替家人申请' },
]

/** Whom a service is for, by what is known of them; others do not see it. */
export function AudienceField({
  organisations = false,
  audience,
  error,
  onChange,
}: {
  /** It is for organisations: what is known of those decides. */
  readonly organisations?: boolean
  readonly audience: Audience | undefined
  readonly error: string | undefined
  readonly onChange: (audience: Audience | undefined) => void
}) {
  const kind = audienceKindOf(audience)
  const age = audience?.rules.find((rule) => rule.about === 'age')
  const changeAge = (part: 'least' | 'most', text: string) => {
    if (audience === undefined) return
    const { [part]: _former, ...others } = age ?? { about: 'age' as const }
    const number = Number(text)
    const next = text === '' || !Number.isInteger(number) ? others : { ...others, [part]: number }
    onChange({ ...audience, rules: [next] })
  }
  return (
    <Stack gap={3}>
      <Select
        label="服务对象"
        hint="按已经登记的情况判断；还没登记的人也看得到"
        options={organisations ? kindsOfOrganisations : kinds}
        value={kind}
        error={error}
        onChange={(next) => onChange(audienceOf(next ?? 'everybody', audience))}
      />
      {kind === 'age' ? (
        <Row gap={3}>
          <TextInput
            label="最小年龄"
            kind="number"
            maxLength={3}
            value={age?.least === undefined ? '' : String(age.least)}
            onChange={(text) => changeAge('least', text)}
          />
          <TextInput
            label="最大年龄"
            kind="number"
            maxLength={3}
            value={age?.most === undefined ? '' : String(age.most)}
            onChange={(text) => changeAge('most', text)}
          />
        </Row>
      ) : null}
      {audience === undefined || organisations ? null : (
        <RadioList
          label="看谁的情况"
          options={who}
          value={audience.who}
          onChange={(next) => onChange({ ...audience, who: next })}
        />
      )}
    </Stack>
  )
}
