import type { ChoiceReply } from '@zmht/shared/contract'
import { ProblemNotice, RadioList, SearchInput, Stack, Text } from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { api } from '@/lib/api'

/** Looked for after typing has stopped for so long. */
const pauseMillis = 300

/** Chooses an organisation near one's homes by name. */
export function OrganisationChoice({
  value,
  onChange,
}: {
  readonly value: string | undefined
  readonly onChange: (entity: string) => void
}) {
  const [words, setWords] = useState('')
  const [found, setFound] = useState<readonly ChoiceReply[]>()
  const [failed, setFailed] = useState<unknown>()
  useEffect(() => {
    const wanted = words.trim()
    if (wanted === '') return setFound(undefined)
    let isWanted = true
    const timer = setTimeout(() => {
      api.ledgers.choices({ query: { kind: 'organisation', words: wanted } }).then(
        ({ items }) => {
          if (!isWanted) return
          setFound(items)
          setFailed(undefined)
        },
        (error: unknown) => {
          if (isWanted) setFailed(error)
        },
      )
    }, pauseMillis)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [words])
  return (
    <Stack gap={3}>
      <SearchInput label="查找单位" value={words} onChange={setWords} />
      {failed === undefined ? null : <ProblemNotice error={failed} />}
      {found === undefined ? null : found.length === 0 ? (
        <Text tone="quiet">没有找到。单位要先由社区登记，请联系社区。</Text>
      ) : (
        <RadioList
          label="单位"
          options={found.map(({ id, name, note }) => ({ value: id, label: name, detail: note }))}
          value={value ?? ''}
          onChange={onChange}
        />
      )}
    </Stack>
  )
}
