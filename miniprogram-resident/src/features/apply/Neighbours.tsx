import type { LikeAppealReply, ServiceReply } from '@zmht/shared/contract'
import type { FormAnswers } from '@zmht/shared/controls'
import { isPlaceId } from '@zmht/shared/geo'
import { Card, Heading, RadioList, Stack, Text } from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { api } from '@/lib/api'
import { isWhere } from './ReadingCard'

/** How long nothing is typed before it is looked for. */
const pause = 900
/** Fewer characters say nothing of what it is about. */
const least = 6

/** How many neighbours told of the same as what is being written; nothing where nobody did, or it cannot be asked now. */
export function useNeighbours(
  { procedure, form }: ServiceReply,
  answers: FormAnswers,
  home: string,
): NonNullable<LikeAppealReply['like']> | undefined {
  const [like, setLike] = useState<LikeAppealReply['like']>()
  const text = procedure === 'routed' ? textIn(form, answers) : ''
  const place = placeIn(form, answers)
  useEffect(() => {
    setLike(undefined)
    if (text.length < least || !isPlaceId(home)) return
    let here = true
    const timer = setTimeout(() => {
      api.channels
        .likeAppeals({ body: { text: text.slice(0, 2000), home, ...(place === undefined ? {} : { place }) } })
        .then(({ like: found }) => here && setLike(found))
        .catch(() => undefined)
    }, pause)
    return () => {
      here = false
      clearTimeout(timer)
    }
  }, [text, place, home])
  return like
}

function valuesOf(
  form: ServiceReply['form'],
  answers: FormAnswers,
  isOne: (control: ServiceReply['form']['controls'][number]) => boolean,
) {
  return form.controls.filter(isOne).flatMap(({ id, binding }) => {
    const value = binding === undefined ? undefined : answers[binding.subject]?.[0]?.values[id]
    return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []
  })
}

const textIn = (form: ServiceReply['form'], answers: FormAnswers): string =>
  valuesOf(form, answers, ({ kind }) => kind === 'long-text' || kind === 'text').join('\n')

const placeIn = (form: ServiceReply['form'], answers: FormAnswers) => valuesOf(form, answers, isWhere).find(isPlaceId)

/** 「已有 3 位邻居反映」: whether it is to be answered with theirs. */
export function Neighbours({
  like: { people, subject },
  value,
  onChange,
}: {
  readonly like: NonNullable<LikeAppealReply['like']>
  readonly value: boolean
  readonly onChange: (follows: boolean) => void
}) {
  return (
    <Card>
      <Stack gap={3}>
        <Heading level={3}>{`已有 ${people} 位邻居反映，可以一起关注`}</Heading>
        <Text size="small" tone="quiet">
          {`都是“${subject}”。一起关注，您照样有自己的一件，进展和答复会同时告诉您；别人看不到您是谁。`}
        </Text>
        <RadioList
          label="怎样提交"
          options={[
            { value: 'together', label: '和邻居的一起关注', detail: '一起办理，一起得到答复' },
            { value: 'alone', label: '我说的是另一件事', detail: '单独办理' },
          ]}
          value={value ? 'together' : 'alone'}
          onChange={(next) => onChange(next === 'together')}
        />
      </Stack>
    </Card>
  )
}
