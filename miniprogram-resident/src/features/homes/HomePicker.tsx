import { placeTail } from '@zmht/shared/geo'
import { Button, type PathStep, PlacePicker, ProblemNotice, RadioList, Skeleton } from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { api, places } from '@/lib/api'
import { session } from '@/lib/session'
import { chooseHome, type Home } from './currentHome'

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

/** Opens beside the home known already, where most people who move within a building or a compound find the new one. */
export function HomePlacePicker({
  choice,
  near,
}: {
  readonly choice: ReturnType<typeof useHomeChoice>
  readonly near?: Home | undefined
}) {
  const beside = useBeside(near?.placeId)
  if (near !== undefined && beside === undefined) return <Skeleton lines={5} />
  return <PlacePicker places={places} startIn={beside} chosen={choice.path} onChoose={choice.setPath} />
}

/** The way to where a home stands, without the home itself; the top of the tree when it cannot be read. */
function useBeside(home: string | undefined): readonly PathStep[] | undefined {
  const [beside, setBeside] = useState<readonly PathStep[]>()
  useEffect(() => {
    if (home === undefined) return
    let here = true
    places
      .describe(home)
      .catch(() => undefined)
      .then((place) => {
        if (here) setBeside(place?.lineage.slice(0, -1) ?? [])
      })
    return () => {
      here = false
    }
  }, [home])
  return beside
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
        {choice.path ? `就是这里：${placeTail(choice.path)}` : '请选到门牌号'}
      </Button>
    </>
  )
}
