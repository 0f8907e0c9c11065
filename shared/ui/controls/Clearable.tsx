import type { ReactNode } from 'react'
import { Box } from '../primitives/Box'
import { Button } from '../primitives/Button'
import type { ControlProps } from './control'

/** A choice that need not be made can be taken back: a radio button once pressed stays pressed. */
export function Clearable({
  control,
  required,
  value,
  onChange,
  children,
}: Pick<ControlProps, 'control' | 'required' | 'value' | 'onChange'> & { readonly children: ReactNode }) {
  return (
    <Box>
      {children}
      {!required && value !== undefined ? (
        <Button variant="text" label={`清除选择：${control.label}`} onPress={() => onChange(undefined)}>
          清除选择
        </Button>
      ) : null}
    </Box>
  )
}
