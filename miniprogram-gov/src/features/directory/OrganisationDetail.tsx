import type { OrganisationReply } from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { organisationKinds } from '@zmht/shared/permission'
import {
  Card,
  goTo,
  Heading,
  KeyValue,
  Loaded,
  Notice,
  Pressable,
  Row,
  Section,
  Stack,
  Tag,
  useResource,
} from '@zmht/shared/ui'
import type { ReactNode } from 'react'
import { dayWords } from '@/lib/dates'
import { pages } from '@/lib/navigation'
import type { Official } from '../session/official'
import { CallButton } from './CallButton'
import { Handover } from './Handover'
import { OrganisationActs } from './OrganisationActs'
import { OrganisationHistory } from './OrganisationHistory'
import { OrganisationList, OrganisationWay } from './OrganisationWay'
import { PostsOf } from './PostsOf'
import { organisationOf } from './resources'

/** Everything about one organisation. `below`: lists what is below it, where nothing beside does. */
export function OrganisationDetail({
  me,
  id,
  onOrganisation,
  below = false,
}: {
  readonly me: Official
  readonly id: string
  readonly onOrganisation: (id: string) => void
  readonly below?: boolean
}) {
  const loaded = useResource(organisationOf, id)
  return (
    <Loaded of={loaded}>
      {(organisation) => (
        <Stack gap={6}>
          {organisation.ended === undefined ? null : (
            <Ended ended={organisation.ended} onOrganisation={onOrganisation} />
          )}
          <Head organisation={organisation} onOrganisation={onOrganisation} way={below} />
          {organisation.editable ? <OrganisationActs organisation={organisation} /> : null}
          <PostsOf me={me} organisation={organisation} />
          {below && organisation.below.length > 0 ? (
            <Section title={`下级单位 ${organisation.below.length} 个`}>
              <OrganisationList label="下级单位" organisations={organisation.below} onOrganisation={onOrganisation} />
            </Section>
          ) : null}
          <Handover organisation={organisation} />
          <OrganisationHistory id={organisation.id} edition={organisation.edition} />
        </Stack>
      )}
    </Loaded>
  )
}

function Ended({
  ended,
  onOrganisation,
}: {
  readonly ended: NonNullable<OrganisationReply['ended']>
  readonly onOrganisation: (id: string) => void
}) {
  const { date, into } = ended
  return (
    <Notice
      tone="amber"
      title={`${dayWords(date)}起不再使用`}
      action={
        into === undefined ? undefined : (
          <Pressable className="g-crumb g-crumb--up" onPress={() => onOrganisation(into.id)}>
            {`并入了${into.name}`}
          </Pressable>
        )
      }
    >
      以前的记录都在，不能再任职。
    </Notice>
  )
}

function Head({
  organisation,
  onOrganisation,
  way,
}: {
  readonly organisation: OrganisationReply
  readonly onOrganisation: (id: string) => void
  readonly way: boolean
}) {
  const { name, kind, place, supervisor, manages, phone, above } = organisation
  const rows: { readonly key: string; readonly value: ReactNode }[] = []
  if (place !== undefined) {
    rows.push({
      key: '所在地',
      value: <Link words={shortName(place)} onPress={() => goTo(pages.place, { id: place.id })} />,
    })
  }
  if (supervisor !== undefined) {
    rows.push({
      key: '行业主管',
      value: <Link words={supervisor.name} onPress={() => onOrganisation(supervisor.id)} />,
    })
  }
  if (manages.length > 0) rows.push({ key: '管理的地点', value: manages.map(shortName).join('、') })
  if (phone !== undefined) rows.push({ key: '办公电话', value: <CallButton name={name} phone={phone} /> })
  return (
    <Card>
      <Stack gap={3}>
        {way ? <OrganisationWay above={above} onOrganisation={onOrganisation} /> : null}
        <Row gap={3} wrap>
          <Heading level={2} size="title">
            {name}
          </Heading>
          <Tag>{organisationKinds[kind]}</Tag>
        </Row>
        {rows.length === 0 ? null : <KeyValue rows={rows} />}
      </Stack>
    </Card>
  )
}

function Link({ words, onPress }: { readonly words: string; readonly onPress: () => void }) {
  return (
    <Pressable className="g-link" onPress={onPress}>
      {words}
    </Pressable>
  )
}
