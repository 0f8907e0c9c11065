import type { Knowledge } from '@zmht/shared/knowledge'
import { Box, Button, Section } from '@zmht/shared/ui'
import { useState } from 'react'
import { plainCarry } from './carry'
import { blankAttribute, blankList, formOf, type NewChange } from './draft'
import { PickAttributeSheet } from './PickAttributeSheet'
import { PickListSheet } from './PickListSheet'
import type { Prose } from './prose'

type Picking = 'revise-attribute' | 'deprecate-attribute' | 'add-codes' | 'rename-code'

const titles: Readonly<Record<Picking, string>> = {
  'revise-attribute': '改哪项属性',
  'deprecate-attribute': '停用哪项属性',
  'add-codes': '给哪张代码表增加选项',
  'rename-code': '改哪张代码表',
}

/** The ways a draft goes on; what a change is about is found by searching. */
export function AddChange({
  knowledge,
  prose,
  onAdd,
}: {
  /** The system with the changes written so far. */
  readonly knowledge: Knowledge
  readonly prose: Prose
  readonly onAdd: (change: NewChange) => void
}) {
  const [picking, setPicking] = useState<Picking>()
  const add = (change: NewChange) => {
    setPicking(undefined)
    onAdd(change)
  }
  return (
    <Section title="再加一处改动">
      <Box className="g-acts">
        <Button variant="quiet" icon="plus" onPress={() => add({ do: 'add-attribute', form: blankAttribute })}>
          增加属性
        </Button>
        <Button variant="quiet" icon="edit" onPress={() => setPicking('revise-attribute')}>
          修改属性
        </Button>
        <Button variant="quiet" icon="close" onPress={() => setPicking('deprecate-attribute')}>
          停用属性
        </Button>
        <Button variant="quiet" icon="plus" onPress={() => setPicking('add-codes')}>
          增加选项
        </Button>
        <Button variant="quiet" icon="edit" onPress={() => setPicking('rename-code')}>
          选项改名
        </Button>
        <Button variant="quiet" icon="plus" onPress={() => add({ do: 'add-list', list: blankList })}>
          新建代码表
        </Button>
      </Box>
      {picking === 'revise-attribute' || picking === 'deprecate-attribute' ? (
        <PickAttributeSheet
          title={titles[picking]}
          knowledge={knowledge}
          usual={[]}
          accepts={({ deprecated }) => deprecated === undefined}
          onClose={() => setPicking(undefined)}
          onPick={(one) =>
            add(
              picking === 'revise-attribute'
                ? { do: picking, code: one.code, form: formOf(one, prose.attributes.get(one.code)) }
                : { do: picking, code: one.code, successor: '', carry: plainCarry },
            )
          }
        />
      ) : null}
      {picking === 'add-codes' || picking === 'rename-code' ? (
        <PickListSheet
          title={titles[picking]}
          knowledge={knowledge}
          onClose={() => setPicking(undefined)}
          onPick={({ id }) =>
            add(
              picking === 'add-codes'
                ? { do: picking, list: id, lines: '' }
                : { do: picking, list: id, code: '', name: '' },
            )
          }
        />
      ) : null}
    </Section>
  )
}
