import { useState } from 'react'
import type { Control } from '../../controls'
import { isRelationControl } from '../../controls'
import { baseKnowledge, type EntityKind } from '../../knowledge'
import { cx } from '../classes'
import { Button } from '../primitives/Button'
import { Field } from '../primitives/Field'
import { Icon } from '../primitives/Icon'
import { Pressable } from '../primitives/Pressable'
import { Row } from '../primitives/Stack'
import { Text } from '../primitives/Text'
import { type ControlProps, textOf, wordsOf } from './control'
import { EntitySheet } from './EntitySheet'
import { useEntityName } from './useEntityName'

/** What may be chosen: what the relation leads to. A relation published after this build may lead to either kind. */
function kindsOf(control: Control): readonly EntityKind[] {
  const type = isRelationControl(control) ? baseKnowledge.relationType(control.binding.relation) : undefined
  return type ? [type.to] : ['organisation', 'thing']
}

/** An organisation or a thing out of a ledger. */
export function EntityControl(props: ControlProps) {
  const { control, value, onChange, error } = props
  const { entities } = props.around
  const [open, setOpen] = useState(false)
  const id = textOf(value) || undefined
  const name = useEntityName(entities, id)
  const shown = id === undefined ? '请选择' : (name ?? '正在读取…')
  return (
    <>
      <Field {...wordsOf(props)} group>
        {() =>
          entities === undefined ? (
            <Text tone="quiet">这里还不能选择，请在下面填写</Text>
          ) : (
            <Row gap={2}>
              <Pressable
                className={cx('z-input', 'z-input--picker', error !== undefined && 'z-input--wrong')}
                label={`${control.label}：${shown}`}
                onPress={() => setOpen(true)}
              >
                <Text inline tone={id === undefined ? 'quiet' : 'ink'}>
                  {shown}
                </Text>
                <Icon name="search" />
              </Pressable>
              {id === undefined ? null : (
                <Button variant="text" label={`清除${control.label}`} onPress={() => onChange(undefined)}>
                  清除
                </Button>
              )}
            </Row>
          )
        }
      </Field>
      {entities ? (
        <EntitySheet
          open={open}
          title={control.label}
          entities={entities}
          kinds={kindsOf(control)}
          onChoose={onChange}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
