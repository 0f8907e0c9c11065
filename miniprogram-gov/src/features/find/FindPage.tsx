import { useRouter } from '@tarojs/taro'
import type { FoundGroupReply } from '@zmht/shared/contract'
import {
  Button,
  Card,
  EmptyState,
  ErrorState,
  goTo,
  List,
  ListRow,
  SearchInput,
  Section,
  SkeletonList,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { moreOf, pageOf } from './leads'
import { type Finding, useFind } from './useFind'
import { detailOf, groupWords, kindIcons, reasonOf, whatToType } from './words'

/** 找一找 as a page of its own: on a phone. */
export function FindPage() {
  return <Gate>{(me) => <Find me={me} />}</Gate>
}

function Find({ me }: { readonly me: Official }) {
  const [typed, setTyped] = useState(fromAddress(useRouter().params.q))
  const finding = useFind(typed)
  return (
    <OfficialScreen me={me} title="找一找" current={pages.home} back={pages.home}>
      <SearchInput
        label="人、地点、单位、车牌、编号"
        focus
        value={typed}
        onChange={(words) => {
          setTyped(words)
          rememberInAddress('q', words.trim())
        }}
      />
      <Answers finding={finding} />
    </OfficialScreen>
  )
}

function Answers({ finding: { words, groups, error, again } }: { readonly finding: Finding }) {
  if (words === '') return <EmptyState icon="search" title="想找什么，直接输入" detail={whatToType} />
  if (groups === undefined) return <SkeletonList />
  if (error !== undefined) return <ErrorState error={error} onRetry={again} />
  if (groups.length === 0) return <EmptyState icon="search" title={`没有找到“${words}”`} detail={whatToType} />
  return groups.map((group) => <Group key={group.kind} group={group} words={words} />)
}

function Group({ group, words }: { readonly group: FoundGroupReply; readonly words: string }) {
  const more = () => {
    const { page, query } = moreOf(group, words)
    goTo(page, query)
  }
  return (
    <Section
      title={groupWords[group.kind]}
      action={
        group.more ? (
          <Button variant="text" onPress={more}>
            {`更多${groupWords[group.kind]}`}
          </Button>
        ) : undefined
      }
    >
      <Card flush>
        <List label={`找到的${groupWords[group.kind]}`}>
          {group.items.map((found, index) => (
            <ListRow
              key={`${found.kind}-${found.id}`}
              line={index > 0}
              icon={kindIcons[found.kind]}
              title={found.title}
              detail={detailOf(found)}
              end={reasonOf(found)}
              onPress={() => goTo(pageOf(found), { id: found.id })}
            />
          ))}
        </List>
      </Card>
    </Section>
  )
}
