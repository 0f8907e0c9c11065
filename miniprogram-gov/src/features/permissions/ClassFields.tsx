import { Box, Select } from '@zmht/shared/ui'
import type { Official } from '../session/official'
import { PickDirectorySheet } from './PickDirectorySheet'
import { PickedField } from './PickedField'
import type { Asking } from './ThingFields'
import { useName } from './useName'
import { rankOptions, roleOptions } from './words'

/** The organisations somebody works in: offered before anything is looked for. */
export const ownOrganisations = (me: Official) => [
  ...new Map(me.posts.map(({ organisation }) => [organisation.id, organisation])).values(),
]

/** Of which persons it is asked. */
export function ClassFields({ me, question, onAsk }: Asking & { readonly me: Official }) {
  const { organisation, role, rank } = question
  return (
    <Box className="g-ask" role="group" label="哪一类人">
      <PickedField
        label="单位（含下级）"
        ask="不限"
        name={useName('organisation', organisation)}
        onPick={({ id }) => onAsk({ organisation: id })}
        onClear={() => onAsk({ organisation: '' })}
        sheet={(onPick, onClose) => (
          <PickDirectorySheet
            of="organisations"
            title="哪个单位的人"
            usual={ownOrganisations(me)}
            onPick={onPick}
            onClose={onClose}
          />
        )}
      />
      <Select
        label="角色"
        placeholder="不限"
        options={roleOptions}
        value={role}
        onChange={(chosen) => onAsk({ role: chosen ?? '' })}
      />
      <Select
        label="职级"
        placeholder="不限"
        options={rankOptions}
        value={rank}
        onChange={(chosen) => onAsk({ rank: chosen ?? '' })}
      />
    </Box>
  )
}
