import { freeKey, withoutUnusedRoles, withPart, withRole } from '@zmht/shared/applications'
import type { ApplicationContent, PartOf } from '@zmht/shared/contract'
import { type ChannelPart, channelPartNames, channelParts } from '@zmht/shared/rules'
import { Button, Row, Select, Stack, Text } from '@zmht/shared/ui'
import type { ChangeContent } from './PartsEditor'

/** Which of the application's roles take part in a service, and how; which organisation each is, is said where it is installed. */
export function PartnersField({
  content,
  part,
  onChange,
}: {
  readonly content: ApplicationContent
  readonly part: PartOf<'service'>
  readonly onChange: ChangeContent
}) {
  const put = (partners: PartOf<'service'>['partners']) =>
    onChange((before) => withoutUnusedRoles(withPart(before, { ...part, partners })))
  const add = () =>
    onChange((before) => {
      const key = freeKey('role', before.roles)
      const partner: ChannelPart =
        part.content.procedure === 'partner-confirms' && !part.partners.some((one) => one.part === 'partner')
          ? 'partner'
          : 'beside'
      const role = { key, name: '参与单位', about: channelPartNames[partner] }
      return withPart(withRole(before, role), { ...part, partners: [...part.partners, { role: key, part: partner }] })
    })
  return (
    <Stack gap={3} label="还有谁参与">
      <Text strong>还有谁参与</Text>
      {part.partners.length === 0 ? (
        <Text size="small" tone="quiet">
          只有本单位。
        </Text>
      ) : null}
      {part.partners.map(({ role, part: how }, index) => (
        <Row key={role} gap={2} between wrap>
          <Text>{content.roles.find(({ key }) => key === role)?.name ?? '（已去掉的角色）'}</Text>
          <Row gap={2}>
            <Select<ChannelPart>
              label="怎样参与"
              options={channelParts.map((value) => ({ value, label: channelPartNames[value] }))}
              value={how}
              onChange={(next) =>
                next === undefined
                  ? undefined
                  : put(part.partners.map((one, at) => (at === index ? { ...one, part: next } : one)))
              }
            />
            <Button variant="text" onPress={() => put(part.partners.filter((_, at) => at !== index))}>
              去掉
            </Button>
          </Row>
        </Row>
      ))}
      {content.roles.length < 6 ? (
        <Row>
          <Button variant="text" icon="plus" onPress={add}>
            请一个单位参与
          </Button>
        </Row>
      ) : null}
    </Stack>
  )
}
