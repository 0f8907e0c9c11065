import { Box, Button, Select, TextInput, useWide } from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { PickApplicationSheet } from './PickApplicationSheet'
import { PickDirectorySheet } from './PickDirectorySheet'
import { PickedField } from './PickedField'
import { PlaceField } from './PlaceField'
import type { Question } from './question'
import { useName } from './useName'
import { actionOptions, kindOfAction, kindOptions } from './words'

/** How long nothing is typed before it is asked. */
const pause = 500

export interface Asking {
  readonly question: Question
  readonly onAsk: (part: Partial<Question>) => void
}

/** What it is asked about: an action on a thing or a class of things somewhere. */
export function ThingFields({ question, onAsk, everyAction = false }: Asking & { readonly everyAction?: boolean }) {
  const { action, kind, place, application, owner, tag } = question
  const wide = useWide()
  const [open, setOpen] = useState(false)
  const narrowed = application !== '' || owner !== '' || tag !== ''
  return (
    <Box className="g-ask" role="group" label="要查的内容">
      {everyAction ? null : (
        <Select
          label="做什么"
          options={actionOptions}
          value={action}
          onChange={(chosen) => {
            if (chosen !== undefined) onAsk({ action: chosen, kind: kindOfAction(chosen) })
          }}
        />
      )}
      <Select
        label="内容"
        options={kindOptions}
        value={kind}
        onChange={(chosen) => {
          if (chosen !== undefined) onAsk({ kind: chosen })
        }}
      />
      <PlaceField label="地点" value={place} onChange={({ id }) => onAsk({ place: id })} />
      {wide || open || narrowed ? (
        <MoreFields question={question} onAsk={onAsk} />
      ) : (
        <Button variant="quiet" icon="settings" expanded={false} onPress={() => setOpen(true)}>
          更多条件：应用、所属单位、标签
        </Button>
      )}
    </Box>
  )
}

/** What narrows the question down further. */
function MoreFields({ question, onAsk }: Asking) {
  const { application, owner, tag } = question
  const [typed, setTyped] = useState(tag)
  useEffect(() => {
    const wanted = typed.trim()
    if (wanted === tag) return
    const timer = setTimeout(() => onAsk({ tag: wanted }), pause)
    return () => clearTimeout(timer)
  }, [typed, tag, onAsk])
  return (
    <>
      <PickedField
        label="应用"
        ask="不限"
        name={useName('application', application)}
        onPick={({ id }) => onAsk({ application: id })}
        onClear={() => onAsk({ application: '' })}
        sheet={(onPick, onClose) => <PickApplicationSheet onPick={onPick} onClose={onClose} />}
      />
      <PickedField
        label="所属单位"
        ask="不限"
        name={useName('organisation', owner)}
        onPick={({ id }) => onAsk({ owner: id })}
        onClear={() => onAsk({ owner: '' })}
        sheet={(onPick, onClose) => (
          <PickDirectorySheet of="organisations" title="所属单位" onPick={onPick} onClose={onClose} />
        )}
      />
      <TextInput label="标签" optional maxLength={20} value={typed} onChange={setTyped} />
    </>
  )
}
