import type { GrantContent, GrantReply } from '@zmht/shared/contract'
import { sensitivities } from '@zmht/shared/knowledge'
import { actionNames, ranks, resourceKinds, roles } from '@zmht/shared/permission'
import { Card, Heading, KeyValue, Row, Section, Stack, Text } from '@zmht/shared/ui'
import { useKnowledge } from '@/lib/knowledge'
import { fromWords, toWords } from './dates'
import { GrantTags } from './GrantTags'
import { type Named, sayGrant } from './say-grant'
import { namedOf } from './useSaid'
import { accessNames, nameIn, sensitivityNames } from './words'

/** A rule in full: the sentence, then every part with all its names. */
export function GrantDetails({ grant }: { readonly grant: GrantReply }) {
  const knowledge = useKnowledge()
  const named = namedOf(knowledge, grant)
  const { content } = grant
  return (
    <Stack gap={6}>
      <Card>
        <Stack gap={3}>
          <Row between top gap={3} wrap>
            <Heading level={2} size="title">
              {content.name}
            </Heading>
            <GrantTags grant={grant} inForce />
          </Row>
          <Text size="large">{sayGrant(content, named)}</Text>
        </Stack>
      </Card>
      <Section title="规则的内容">
        <Card>
          <KeyValue rows={partsOf(content, named)} />
        </Card>
      </Section>
    </Stack>
  )
}

/** Every part that narrows, with all its names; what does not narrow is left out. */
function partsOf({ subject, actions, resource, territory, fields, effect, from, to }: GrantContent, named: Named) {
  const all = (ids: readonly string[] | undefined, names: Readonly<Record<string, string>> = named) =>
    ids?.map((id) => nameIn(names, id)).join('、')
  const below = (ids: readonly string[] | undefined) => ids && `${all(ids)}（含下级单位）`
  const where = territory === 'own' ? '本单位管理的地点' : territory === 'all' ? '所有地方' : all(territory.given)
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['角色', all(subject.roles, roles)],
    ['职级', all(subject.ranks, ranks)],
    ['岗位标签', subject.tags?.join('、')],
    ['单位', below(subject.organisations)],
    ['岗位', all(subject.posts)],
    ['操作', all(actions, actionNames)],
    ['内容的种类', all(resource.kinds, resourceKinds)],
    ['应用', all(resource.applications)],
    ['内容所属的单位', below(resource.owners)],
    ['内容的标签', resource.tags?.join('、')],
    ['只涉及的属性', all(resource.attributes)],
    ['只涉及的敏感级别', all(resource.sensitivities, sensitivityNames)],
    ['地点', where],
    [
      '看到多少',
      effect === 'forbid'
        ? undefined
        : sensitivities.map((one) => `${sensitivityNames[one]}${accessNames[fields[one]]}`).join('，'),
    ],
    ['有效期', [...(from ? [fromWords(from)] : []), ...(to ? [toWords(to)] : [])].join('，') || '一直有效'],
  ]
  return rows.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]))
}
