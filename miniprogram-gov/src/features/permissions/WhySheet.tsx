import { actionNames } from '@zmht/shared/permission'
import {
  createResource,
  goTo,
  KeyValue,
  List,
  ListRow,
  Loaded,
  Notice,
  Sheet,
  Stack,
  Text,
  usePlaceName,
  useResource,
} from '@zmht/shared/ui'
import { api, places } from '@/lib/api'
import { pages } from '@/lib/navigation'
import { aboutOf, type Question } from './question'
import type { WhyReply } from './resources'
import { useName } from './useName'
import { fieldsWords } from './words'

type Asked = NonNullable<ReturnType<typeof aboutOf>> & Pick<Question, 'action'> & { readonly official: string }

/** The key is what is asked, as JSON. */
const whyOf = createResource<WhyReply>((key) => {
  const query: Asked = JSON.parse(key) // written by the sheet below
  return api.permissions.why({ query })
})

/** What to do about it, where somebody may not. */
const nextSteps: Readonly<Record<NonNullable<WhyReply['reason']>, string>> = {
  'no-grant': '需要的话，可以新建一条包含这位同事岗位的规则，或者给岗位加上有这项权限的角色。',
  'outside-territory': '他（她）在别的地点可以，这里不归本单位管理。',
  forbidden: '有一条禁止的规则，禁止优先于一切允许。',
  'not-in-office': '现在没有岗位，任职以后自动有相应的权限。',
  away: '休假期间岗位暂时不给权限，回来后自动恢复。',
}

/** Why a colleague may, or may not, in plain words. */
export function WhySheet({ question, onClose }: { readonly question: Question; readonly onClose: () => void }) {
  const about = aboutOf(question)
  const name = useName('official', question.why)
  const where = usePlaceName(places, question.place)
  const asked = JSON.stringify({ ...about, action: question.action, official: question.why })
  const loaded = useResource(whyOf, asked)
  return (
    <Sheet open wide title={`为什么：${name ?? ''}`} onClose={onClose}>
      <Stack gap={4}>
        <Text tone="quiet">{`${actionNames[question.action]}${where === undefined ? '' : `，在${where}`}`}</Text>
        <Loaded of={loaded}>{(reply) => <Why reply={reply} onClose={onClose} />}</Loaded>
      </Stack>
    </Sheet>
  )
}

function Why({ reply, onClose }: { readonly reply: WhyReply; readonly onClose: () => void }) {
  const { allow, reason, fields, because, sentence } = reply
  return (
    <Stack gap={4}>
      <Notice tone={allow ? 'accent' : 'amber'} title={allow ? '可以' : '不可以'}>
        <Text>{sentence}</Text>
        {reason === undefined ? null : <Text>{nextSteps[reason]}</Text>}
      </Notice>
      {fields === undefined ? null : <KeyValue rows={[{ key: '看到多少', value: fieldsWords(fields) }]} />}
      {because.length === 0 ? null : (
        <List label="依据的规则">
          {because.map(({ grant, post }, index) => (
            <ListRow
              key={`${grant.id}${post.id}`}
              line={index > 0}
              icon="shield"
              title={grant.name}
              detail={`凭岗位：${post.title}`}
              onPress={() => {
                onClose()
                goTo(pages.grant, { id: grant.id })
              }}
            />
          ))}
        </List>
      )}
    </Stack>
  )
}
