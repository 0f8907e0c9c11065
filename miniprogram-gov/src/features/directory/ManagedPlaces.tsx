import { shortName } from '@zmht/shared/geo'
import { Button, type PathStep, PlacesPicker, Sheet, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { places } from '@/lib/api'
import { placeAt } from '../hierarchy/resources'
import { type Official, territoriesOf } from '../session/official'
import { ChoiceField } from './ChoiceField'

const most = 50

/** The places an organisation manages: inside the places of whoever gives them. */
export function ManagedPlaces({
  me,
  selected,
  onChange,
}: {
  readonly me: Official
  readonly selected: readonly PathStep[]
  readonly onChange: (selected: readonly PathStep[]) => void
}) {
  const [open, setOpen] = useState(false)
  const first = territoriesOf(me)[0]
  return (
    <>
      <ChoiceField
        label="管理的地点"
        hint="任职的人在这些地点里有岗位的权限"
        optional
        icon="place"
        shown={selected.length === 0 ? undefined : selected.map(shortName).join('、')}
        onOpen={() => setOpen(true)}
      />
      {open && first !== undefined ? (
        <Choose within={first.id} selected={selected} onChange={onChange} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}

function Choose({
  within,
  selected,
  onChange,
  onClose,
}: {
  readonly within: string
  readonly selected: readonly PathStep[]
  readonly onChange: (selected: readonly PathStep[]) => void
  readonly onClose: () => void
}) {
  const { data } = useResource(placeAt, `${within}/`)
  return (
    <Sheet
      open
      wide
      title="管理的地点"
      onClose={onClose}
      footer={
        <Button full onPress={onClose}>
          {selected.length === 0 ? '先不选' : `选好了（${selected.length} 个）`}
        </Button>
      }
    >
      {data === undefined ? null : (
        <PlacesPicker places={places} within={data.lineage} selected={selected} max={most} onChange={onChange} />
      )}
    </Sheet>
  )
}
