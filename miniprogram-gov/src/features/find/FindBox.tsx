import { Combobox, type ComboboxGroup, goTo, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { moreOf, pageOf } from './leads'
import { useFind } from './useFind'
import { detailOf, groupWords, kindIcons, reasonOf, whatToType } from './words'

/** 找一找 in the header of every page on a PC. */
export function FindBox() {
  const [typed, setTyped] = useState('')
  const { words, groups, error } = useFind(typed)
  const isUnderWay = words !== '' && groups === undefined
  const shown: readonly ComboboxGroup[] = (words === '' ? [] : (groups ?? [])).map((group) => ({
    key: group.kind,
    title: groupWords[group.kind],
    options: [
      ...group.items.map((found) => ({
        key: `${found.kind}-${found.id}`,
        title: found.title,
        detail: detailOf(found),
        end: reasonOf(found),
        icon: kindIcons[found.kind],
        onChoose: () => {
          setTyped('')
          goTo(pageOf(found), { id: found.id })
        },
      })),
      ...(group.more
        ? [
            {
              key: `${group.kind}-more`,
              title: `还有别的${groupWords[group.kind]}，去查找`,
              detail: '',
              icon: 'search' as const,
              onChoose: () => {
                const { page, query } = moreOf(group, words)
                goTo(page, query)
              },
            },
          ]
        : []),
    ],
  }))
  const count = (groups ?? []).reduce((sum, { items }) => sum + items.length, 0)
  const status =
    words === ''
      ? ''
      : isUnderWay
        ? '正在找'
        : error === undefined
          ? count === 0
            ? '没有找到'
            : `找到 ${count} 项`
          : '没有找成'
  return (
    <Combobox
      label="找一找：人、地点、车牌、编号"
      value={typed}
      onChange={setTyped}
      groups={shown}
      status={status}
      hint={<Hint words={words} isUnderWay={isUnderWay} isBroken={error !== undefined} />}
    />
  )
}

function Hint({
  words,
  isUnderWay,
  isBroken,
}: {
  readonly words: string
  readonly isUnderWay: boolean
  readonly isBroken: boolean
}) {
  if (isUnderWay) return <Text tone="quiet">{`正在找“${words}”…`}</Text>
  if (isBroken) return <Text tone="quiet">网络不通，没有找成。打的字还在，改一个字就会再找。</Text>
  if (words === '') return <Text tone="quiet">{whatToType}</Text>
  return <Text tone="quiet">{`没有找到“${words}”。${whatToType}`}</Text>
}
