import { placeTail } from '@zmht/shared/geo'
import { Card, Section } from '@zmht/shared/ui'
import { PickedList } from '../permissions/PickedList'
import type { Official } from '../session/official'
import type { Editing } from './LedgerEditor'
import type { DraftPlace } from './ledger-draft'
import { OwnPlaceSheet } from './OwnPlaceSheet'

/** At which of my places the ledger is kept. */
export function WithinFields({ me, draft, wrong, onChange }: Editing & { readonly me: Official }) {
  return (
    <Section title="范围">
      <Card>
        <PickedList<DraftPlace>
          label="在哪些地点"
          hint="里面的小区、楼栋、门牌都算在内。只能选您管理的地点。"
          ask="加一个地点"
          error={wrong('within')}
          picked={draft.within}
          onChange={(within) => onChange({ within })}
          sheet={(onPick, onClose) => (
            <OwnPlaceSheet
              me={me}
              title="范围"
              onPick={(path) => {
                const place = path.at(-1)
                if (place !== undefined) onPick({ id: place.id, name: placeTail(path) })
              }}
              onClose={onClose}
            />
          )}
        />
      </Card>
    </Section>
  )
}
