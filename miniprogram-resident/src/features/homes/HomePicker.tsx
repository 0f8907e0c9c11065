import { placeTail } from '@zmht/shared/geo'
import { Button, type PathStep, PlacePicker, ProblemNotice, RadioList } from '@zmht/shared/ui'
import { useState } from 'react'
import { api, places } from '@/lib/api'
import { session } from '@/lib/session'
import { chooseHome } from './currentHome'

export type HomeLabel = '常住' | '工作地'

/** The state of choosing a home, shared by the first choice and a later one. */
export function useHomeChoice(onDone: () => void) {
  const [path, setPath] = useState<readonly PathStep[]>()
  const [label, setLabel] = useState<HomeLabel>('常住')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const save = async () => {
    const place = path?.at(-1)
    if (!place) return
    setBusy(true)
    setError(undefined)
    try {
      const me = await api.permissions.setHome({ params: { placeId: place.id }, body: { label } })
      chooseHome({ placeId: place.id })
      session.setMe(me)
      onDone()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return { path, setPath, label, setLabel, busy, error, save }
}

export function HomePlacePicker({ choice }: { readonly choice: ReturnType<typeof useHomeChoice> }) {
  return <PlacePicker places={places} chosen={choice.path} onChoose={choice.setPath} />
}

export function HomeChoiceFoot({
  choice,
  askLabel,
}: {
  readonly choice: ReturnType<typeof useHomeChoice>
  readonly askLabel: boolean
}) {
  return (
    <>
      {choice.error === undefined ? null : <ProblemNotice error={choice.error} />}
      {askLabel ? (
        <RadioList<HomeLabel>
          label="这是您的"
          inline
          options={[
            { value: '常住', label: '常住地址' },
            { value: '工作地', label: '工作地' },
          ]}
          value={choice.label}
          onChange={choice.setLabel}
        />
      ) : null}
      <Button full large disabled={choice.path === undefined} loading={choice.busy} onPress={() => void choice.save()}>
        {choice.path ? `就是这里：${placeTail(choice.path)}` : '请逐级选到门牌号'}
      </Button>
    </>
  )
}
