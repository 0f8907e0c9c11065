import { Button, Card, Heading, SearchInput, Stack, Text, TextInput } from '@zmht/shared/ui'
import { useState } from 'react'
import { FoundEntities } from '../ledgers/FoundEntities'
import { OwnPlaceField } from '../ledgers/OwnPlaceField'
import { useEntitySearch } from '../ledgers/useEntitySearch'
import type { Official } from '../session/official'
import { may } from '../session/official'
import { type Whom, whomProblems } from './draft'

/** For whom it is: looked up in the ledgers, or by what they say. */
export function WhoIsIt({ me, onWhom }: { readonly me: Official; readonly onWhom: (whom: Whom) => void }) {
  const [isNew, setNew] = useState(!may(me, 'ledger.read'))
  return isNew ? (
    <Named me={me} onWhom={onWhom} onBack={may(me, 'ledger.read') ? () => setNew(false) : undefined} />
  ) : (
    <Registered onWhom={onWhom} onNew={() => setNew(true)} />
  )
}

function Registered({ onWhom, onNew }: { readonly onWhom: (whom: Whom) => void; readonly onNew: () => void }) {
  const [typed, setTyped] = useState('')
  const search = useEntitySearch(typed, 'person')
  return (
    <Card>
      <Stack gap={3}>
        <Heading level={3}>替谁办理</Heading>
        <SearchInput label="姓名、手机号或证件号后四位、3-501" value={typed} onChange={setTyped} />
        {typed.trim() === '' ? (
          <Text size="small" tone="quiet">
            在您辖区的台账里找。找到的人，登记过的资料会自动填好；对方有账号的，会收到消息请其确认。
          </Text>
        ) : (
          <FoundEntities
            typed={typed}
            search={search}
            onPress={({ id, name }) => onWhom({ person: id, name, phone: '' })}
          />
        )}
        <Button full variant="quiet" icon="person" onPress={onNew}>
          没有登记过，直接填写
        </Button>
      </Stack>
    </Card>
  )
}

function Named({
  me,
  onWhom,
  onBack,
}: {
  readonly me: Official
  readonly onWhom: (whom: Whom) => void
  readonly onBack: (() => void) | undefined
}) {
  const [whom, setWhom] = useState<Whom>({ name: '', phone: '' })
  const [wrong, setWrong] = useState<ReturnType<typeof whomProblems>>({})
  const go = () => {
    const found = whomProblems(whom)
    setWrong(found)
    if (Object.keys(found).length === 0) onWhom(whom)
  }
  return (
    <Card>
      <Stack gap={4}>
        <Heading level={3}>替谁办理</Heading>
        <TextInput
          label="姓名"
          value={whom.name}
          error={wrong.name}
          maxLength={30}
          onChange={(name) => setWhom((before) => ({ ...before, name }))}
        />
        <TextInput
          label="本人手机号"
          kind="phone"
          optional
          hint="以后用这个号码登录，就能看到这件事"
          value={whom.phone}
          error={wrong.phone}
          maxLength={11}
          onChange={(phone) => setWhom((before) => ({ ...before, phone }))}
        />
        <OwnPlaceField
          me={me}
          label="住在哪里"
          ask="请选择，最好到门牌"
          value={whom.home}
          error={wrong.home}
          onChange={(home) => setWhom(({ home: _, ...before }) => (home === undefined ? before : { ...before, home }))}
        />
        <Button full large onPress={go}>
          开始填写
        </Button>
        {onBack === undefined ? null : (
          <Button full variant="text" onPress={onBack}>
            在台账里找
          </Button>
        )}
      </Stack>
    </Card>
  )
}
