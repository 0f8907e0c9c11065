import { Button, Sheet, useResource } from '@zmht/shared/ui'
import { useState } from 'react'
import { ChoiceField } from './ChoiceField'
import { OrganisationBrowser } from './OrganisationBrowser'
import { organisationOf, startOf } from './resources'
import type { NamedOrganisation } from './useDirectorySearch'

/** One organisation, chosen in a sheet by tree or by search. */
export function OrganisationField({
  label,
  hint,
  error,
  optional = false,
  value,
  startIn,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly value: NamedOrganisation | undefined
  /** Where the sheet opens while nothing is chosen. */
  readonly startIn?: string | undefined
  readonly onChange: (organisation: NamedOrganisation | undefined) => void
}) {
  const [open, setOpen] = useState(false)
  const start = useResource(startOf, 'mine')
  const first = value?.id ?? startIn ?? start.data?.own[0]?.id ?? start.data?.roots[0]?.id
  return (
    <>
      <ChoiceField
        label={label}
        hint={hint}
        error={error}
        optional={optional}
        shown={value?.name}
        onOpen={() => setOpen(true)}
      />
      {open && first !== undefined ? (
        <ChooseOrganisation
          label={label}
          start={first}
          onNone={optional && value !== undefined ? () => onChange(undefined) : undefined}
          onChoose={onChange}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

function ChooseOrganisation({
  label,
  start,
  onNone,
  onChoose,
  onClose,
}: {
  readonly label: string
  readonly start: string
  readonly onNone: (() => void) | undefined
  readonly onChoose: (organisation: NamedOrganisation) => void
  readonly onClose: () => void
}) {
  const [at, setAt] = useState(start)
  const { data } = useResource(organisationOf, at)
  return (
    <Sheet
      open
      wide
      title={label}
      onClose={onClose}
      footer={
        <>
          <Button
            full
            disabled={data === undefined}
            onPress={() => {
              if (data !== undefined) onChoose({ id: data.id, name: data.name })
              onClose()
            }}
          >
            {data === undefined ? '请先选择单位' : `就是这个单位：${data.name}`}
          </Button>
          {onNone === undefined ? null : (
            <Button
              full
              variant="text"
              onPress={() => {
                onNone()
                onClose()
              }}
            >
              不填
            </Button>
          )}
        </>
      }
    >
      <OrganisationBrowser at={at} onAt={setAt} />
    </Sheet>
  )
}
