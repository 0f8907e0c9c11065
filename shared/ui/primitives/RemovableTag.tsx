import { Icon } from './Icon'
import { Pressable } from './Pressable'
import { Text } from './Text'

/** Something chosen; pressing it takes it away again. */
export function RemovableTag({ children, onRemove }: { readonly children: string; readonly onRemove: () => void }) {
  return (
    <Pressable className="z-removable" label={`去掉${children}`} onPress={onRemove}>
      <Text inline>{children}</Text>
      <Icon name="close" className="z-removable__cross" />
    </Pressable>
  )
}
