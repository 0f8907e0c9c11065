import { type ChannelPart, channelPartNames, channelParts } from '@zmht/shared/rules'
import { Button, Card, ProblemNotice, Row, Select, Stack, Text, useResource } from '@zmht/shared/ui'
import { OrganisationField } from '../directory/OrganisationField'
import { organisationOf } from '../directory/resources'
import type { ServiceDraft } from './service-draft'

type Parts = NonNullable<ServiceDraft['parts']>

const options = channelParts.map((value) => ({ value, label: channelPartNames[value] }))

/** Other organisations that take part in a service, and how. Those outside one's own line are asked when it is published. */
export function PartsField({
  parts = [],
  needsPartner,
  error,
  onChange,
}: {
  readonly parts: Parts | undefined
  /** The procedure is one in which somebody else confirms. */
  readonly needsPartner: boolean
  readonly error: string | undefined
  readonly onChange: (parts: Parts | undefined) => void
}) {
  const change = (next: Parts) => onChange(next.length === 0 ? undefined : next)
  const first: ChannelPart = needsPartner && !parts.some(({ part }) => part === 'partner') ? 'partner' : 'beside'
  return (
    <Stack gap={3} label="参与的单位">
      <Text strong>参与的单位</Text>
      <Text size="small" tone="quiet">
        本单位以外还有谁参与。不归本单位管的，发布时请它同意。
      </Text>
      {parts.map((one, index) => (
        <PartCard
          key={one.organisation}
          one={one}
          onPart={(part) => change(parts.map((other, at) => (at === index ? { ...other, part } : other)))}
          onRemove={() => change(parts.filter((_, at) => at !== index))}
        />
      ))}
      {parts.length < 10 ? (
        <OrganisationField
          label={parts.length === 0 ? '请一个单位参与' : '再请一个单位'}
          optional
          error={error}
          value={undefined}
          onChange={(chosen) =>
            chosen === undefined || parts.some(({ organisation }) => organisation === chosen.id)
              ? undefined
              : change([...parts, { organisation: chosen.id, part: first }])
          }
        />
      ) : null}
    </Stack>
  )
}

function PartCard({
  one,
  onPart,
  onRemove,
}: {
  readonly one: Parts[number]
  readonly onPart: (part: ChannelPart) => void
  readonly onRemove: () => void
}) {
  const { data, error } = useResource(organisationOf, one.organisation)
  return (
    <Card>
      <Stack gap={2}>
        <Row between gap={3}>
          <Text strong>{data?.name ?? ''}</Text>
          <Button variant="text" label={`去掉${data?.name ?? '这个单位'}`} onPress={onRemove}>
            去掉
          </Button>
        </Row>
        {error === undefined ? null : <ProblemNotice error={error} />}
        <Select
          label="怎样参与"
          options={options}
          value={one.part}
          onChange={(part) => (part === undefined ? undefined : onPart(part))}
        />
      </Stack>
    </Card>
  )
}
