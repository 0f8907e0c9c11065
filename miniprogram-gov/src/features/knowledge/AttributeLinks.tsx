import type { Attribute } from '@zmht/shared/knowledge'
import { Card, List, ListRow } from '@zmht/shared/ui'
import { answerWords } from './answer-words'
import { Folded } from './Folded'
import { openAttribute } from './open'

/** Attributes one can go on to. */
export function AttributeLinks({
  label,
  attributes,
}: {
  readonly label: string
  readonly attributes: readonly Attribute[]
}) {
  return (
    <Folded items={attributes} first={8} counter="项">
      {(shown) => (
        <Card flush>
          <List label={label}>
            {shown.map((one, index) => (
              <ListRow
                key={one.code}
                line={index > 0}
                title={one.deprecated === undefined ? one.name : `${one.name}（已停用）`}
                detail={answerWords(one.value, one.many)}
                onPress={() => openAttribute(one.code)}
              />
            ))}
          </List>
        </Card>
      )}
    </Folded>
  )
}
