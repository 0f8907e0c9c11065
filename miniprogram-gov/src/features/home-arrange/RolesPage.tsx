import type { RolePageReply } from '@zmht/shared/contract'
import {
  type HomeSection,
  type HomeTool,
  homeSectionNames,
  homeSections,
  homeToolNames,
  homeTools,
  moved,
} from '@zmht/shared/rules'
import {
  Button,
  Card,
  createResource,
  EmptyState,
  Loaded,
  ProblemNotice,
  Row,
  Section,
  Sheet,
  Stack,
  Tag,
  Text,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { homeOf } from '../home/home.resources'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { OrderList } from './OrderList'

const rolePages = createResource<readonly RolePageReply[]>(async (organisationId) => {
  const { items } = await api.overview.rolePages({ params: { organisationId } })
  return items
})

/** How the home pages of an organisation's posts are made up, role by role. */
export function RolesPage() {
  return <Gate>{(me) => <Roles me={me} />}</Gate>
}

function Roles({ me }: { readonly me: Official }) {
  const organisation = me.posts[0]?.organisation
  return (
    <OfficialScreen me={me} title="各岗位的首页" current={pages.home} back={pages.arrangeHome}>
      {organisation === undefined ? null : <OfOrganisation id={organisation.id} name={organisation.name} />}
    </OfficialScreen>
  )
}

function OfOrganisation({ id, name }: { readonly id: string; readonly name: string }) {
  const loaded = useResource(rolePages, id)
  const [editing, setEditing] = useState<RolePageReply>()
  return (
    <Section title={name}>
      <Text tone="quiet">一个人有几种角色，首页就有这些角色的全部栏目。每个人还可以自己调整顺序。</Text>
      <Loaded of={loaded}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState
              icon="person"
              title="本单位还没有带角色的岗位"
              detail="在通讯录里给岗位配上角色，就能在这里安排首页。"
            />
          ) : (
            <Stack gap={3}>
              {items.map((one) => (
                <RoleCard key={one.role} page={one} onEdit={() => setEditing(one)} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      {editing === undefined ? null : (
        <Editor
          key={editing.role}
          organisation={id}
          page={editing}
          onClose={() => setEditing(undefined)}
          onSaved={() => {
            setEditing(undefined)
            homeOf.outdate()
            void rolePages.refresh(id)
          }}
        />
      )}
    </Section>
  )
}

function RoleCard({ page, onEdit }: { readonly page: RolePageReply; readonly onEdit: () => void }) {
  const { name, posts, arrangement, isDefault } = page
  return (
    <Card>
      <Stack gap={2}>
        <Row between gap={3}>
          <Text strong>{name}</Text>
          {isDefault ? <Tag>默认</Tag> : <Tag tone="accent">已调整</Tag>}
        </Row>
        <Text size="small" tone="quiet">{`岗位：${posts.join('、')}`}</Text>
        <Text>{arrangement.sections.map((one) => homeSectionNames[one]).join(' → ') || '没有栏目'}</Text>
        <Row>
          <Button variant="quiet" icon="edit" label={`调整${name}的首页`} onPress={onEdit}>
            调整
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}

function Editor({
  organisation,
  page: { role, name, arrangement },
  onClose,
  onSaved,
}: {
  readonly organisation: string
  readonly page: RolePageReply
  readonly onClose: () => void
  readonly onSaved: () => void
}) {
  const [sections, setSections] = useState<readonly HomeSection[]>(arrangement.sections)
  const [tools, setTools] = useState<readonly HomeTool[]>(arrangement.tools)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const save = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const body = { sections: [...sections], tools: [...tools] }
      await api.overview.arrangeRole({ params: { organisationId: organisation, role }, body })
      toast('已保存，同事下次打开首页就是新的')
      onSaved()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Sheet
      open
      title={`${name}的首页`}
      onClose={onClose}
      footer={
        <Button full loading={busy} onPress={() => void save()}>
          保存
        </Button>
      }
    >
      <Stack gap={4}>
        <Section title="栏目">
          <OrderList
            label="栏目"
            all={[...sections, ...homeSections.filter((one) => !sections.includes(one))]}
            shown={sections}
            nameOf={(one) => homeSectionNames[one]}
            onShow={(one, on) => setSections(on ? [...sections, one] : sections.filter((other) => other !== one))}
            onMove={(one, step) => setSections(moved(sections, one, step))}
          />
        </Section>
        {sections.includes('tools') ? (
          <Section title="工具">
            <OrderList
              label="工具"
              all={[...tools, ...homeTools.filter((one) => !tools.includes(one))]}
              shown={tools}
              nameOf={(one) => homeToolNames[one]}
              onShow={(one, on) => setTools(on ? [...tools, one] : tools.filter((other) => other !== one))}
              onMove={(one, step) => setTools(moved(tools, one, step))}
            />
          </Section>
        ) : null}
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Stack>
    </Sheet>
  )
}
