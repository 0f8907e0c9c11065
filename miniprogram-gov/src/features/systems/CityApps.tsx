import { mintIssuerId } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import {
  Box,
  Button,
  Card,
  ConfirmSheet,
  EmptyState,
  List,
  Loaded,
  Row,
  Section,
  Stack,
  Switch,
  Tag,
  Text,
  TextInput,
  toast,
  useResource,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'
import { type IssuerReply, issuersOf } from './resources'

const begun = (): IssuerReply => ({
  id: mintIssuerId(),
  issuer: '',
  name: '',
  clientId: '',
  jwksUrl: '',
  vouches: [],
  on: true,
})

const save = async ({ id, ...body }: IssuerReply): Promise<void> => {
  await api.permissions.saveIssuer({ params: { issuerId: id }, body })
  await issuersOf.refresh('all')
}

/** The Apps of the city whose identity is taken: a resident who comes from one need not sign in again. */
export function CityApps() {
  const loaded = useResource(issuersOf, 'all')
  // Kept while the sheet is closed: what was typed is there when it is opened again.
  const [draft, setDraft] = useState(begun)
  const [editing, setEditing] = useState<IssuerReply>()
  const [adding, setAdding] = useState(false)
  const register = (
    <Button variant="quiet" icon="plus" onPress={() => setAdding(true)}>
      登记 App
    </Button>
  )
  return (
    <Section title="从本市 App 登录" action={register}>
      <Loaded of={loaded}>
        {(apps) =>
          apps.length === 0 ? (
            <Card>
              <EmptyState
                icon="person"
                title="还没有登记 App"
                detail="本市有自己的 App 的，登记以后，居民从那里打开政民互通就是登录好的。"
              />
            </Card>
          ) : (
            <Box className="g-cards">
              <List gap label="本市的 App">
                {apps.map((one) => (
                  <AppCard key={one.id} app={one} onEdit={() => setEditing(one)} />
                ))}
              </List>
            </Box>
          )
        }
      </Loaded>
      {adding ? (
        <AppSheet
          title="登记 App"
          app={draft}
          onChange={setDraft}
          onClose={() => setAdding(false)}
          onSave={async (app) => {
            await save(app)
            setDraft(begun())
            setAdding(false)
            toast(`已登记“${app.name}”`)
          }}
        />
      ) : null}
      {editing === undefined ? null : (
        <AppSheet
          title={`修改“${editing.name}”`}
          app={editing}
          isKnown
          onChange={(change) => setEditing((before) => (before === undefined ? before : change(before)))}
          onClose={() => setEditing(undefined)}
          onSave={async (app) => {
            await save(app)
            setEditing(undefined)
            toast('已保存')
          }}
        />
      )}
    </Section>
  )
}

function AppCard({ app, onEdit }: { readonly app: IssuerReply; readonly onEdit: () => void }) {
  const [asking, setAsking] = useState(false)
  const { name, issuer, vouches, on } = app
  return (
    <Card label={name}>
      <Stack gap={3}>
        <Stack gap={1}>
          <Row between gap={3}>
            <Text strong>{name}</Text>
            <Tag tone={on ? 'accent' : 'quiet'}>{on ? '在用' : '已停用'}</Tag>
          </Row>
          <Text tone="quiet">
            {vouches.includes('phone_number')
              ? '它核实过的手机号算数，对得上就是原来的账号。'
              : '它说的手机号不算数，第一次来是新账号。'}
          </Text>
          <Text size="small" tone="quiet" className="g-verbatim__words">
            {`签发方（iss）${issuer}`}
          </Text>
        </Stack>
        <Row gap={2} wrap>
          <Button variant="quiet" icon="edit" label={`修改：${name}`} onPress={onEdit}>
            修改
          </Button>
          {on ? (
            <Button variant="text-danger" label={`停用：${name}`} onPress={() => setAsking(true)}>
              停用
            </Button>
          ) : (
            <Button
              variant="quiet"
              label={`启用：${name}`}
              onPress={() => void save({ ...app, on: true }).then(() => toast('已启用'))}
            >
              启用
            </Button>
          )}
        </Row>
      </Stack>
      <ConfirmSheet
        open={asking}
        title={`停用“${name}”`}
        consequence="从现在起，居民从这个 App 打开政民互通要用手机号登录。已经登录的不受影响，账号和办过的事都在。"
        confirm="停用"
        variant="danger"
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await save({ ...app, on: false })
          setAsking(false)
          toast('已停用')
        }}
      />
    </Card>
  )
}

const fields = [
  { key: 'name', label: 'App 名称', hint: '居民叫得出的名字', max: 30 },
  { key: 'issuer', label: '签发方（iss）', hint: '和令牌里写的一字不差，以 https:// 开头', max: 300 },
  { key: 'clientId', label: '我们在它那里的编号（aud）', hint: 'App 的工程师给的客户端编号', max: 100 },
  { key: 'jwksUrl', label: '公钥地址（JWKS）', hint: '用来核对令牌是不是它签的，以 https:// 开头', max: 300 },
] as const

function AppSheet({
  title,
  app,
  isKnown = false,
  onChange,
  onClose,
  onSave,
}: {
  readonly title: string
  readonly app: IssuerReply
  /** The issuer of one that is registered stays: another is another App. */
  readonly isKnown?: boolean
  readonly onChange: (change: (before: IssuerReply) => IssuerReply) => void
  readonly onClose: () => void
  readonly onSave: (app: IssuerReply) => Promise<void>
}) {
  const [tried, setTried] = useState(false)
  /** What the server said of a field, by its path. */
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({})
  const shown = fields.filter(({ key }) => !(isKnown && key === 'issuer'))
  const missing = (key: (typeof fields)[number]['key']) => app[key].trim() === ''
  return (
    <ConfirmSheet
      open
      title={title}
      consequence="居民从这个 App 打开政民互通时，我们按它签名的令牌认人。只登记本市自己的 App：它说是谁，就是谁。"
      confirm={isKnown ? '保存' : '登记'}
      onClose={onClose}
      onConfirm={async () => {
        setTried(true)
        if (fields.some(({ key }) => missing(key))) return
        setWrong({})
        try {
          await onSave({
            ...app,
            name: app.name.trim(),
            issuer: app.issuer.trim(),
            clientId: app.clientId.trim(),
            jwksUrl: app.jwksUrl.trim(),
          })
        } catch (error) {
          const said = error instanceof Problem ? (error.document.fields ?? []) : []
          setWrong(Object.fromEntries(said.map(({ path, message }) => [path, message])))
          throw error
        }
      }}
    >
      <Stack gap={4}>
        {shown.map(({ key, label, hint, max }) => (
          <TextInput
            key={key}
            label={label}
            hint={hint}
            maxLength={max}
            value={app[key]}
            onChange={(value) => onChange((before) => ({ ...before, [key]: value }))}
            error={tried && missing(key) ? `请填写 ${label}` : wrong[`body.${key}`]}
          />
        ))}
        <Switch
          label="手机号算数"
          detail="它核实过的手机号，对得上就进原来的账号；没有核实过手机号的 App 不要打开"
          on={app.vouches.includes('phone_number')}
          onChange={(on) => onChange((before) => ({ ...before, vouches: on ? ['phone_number'] : [] }))}
        />
      </Stack>
    </ConfirmSheet>
  )
}
