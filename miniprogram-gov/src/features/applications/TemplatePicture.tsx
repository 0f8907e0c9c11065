import { View } from '@tarojs/components'
import { drawingOf, lineMask, softMask } from './pictures'

/** The picture of an application: it says nothing the words beside it do not. */
export function TemplatePicture({ of, small = false }: { readonly of: string; readonly small?: boolean }) {
  const drawing = drawingOf(of)
  const layers = [
    { className: 'g-drawing__soft', mask: softMask(drawing) },
    { className: 'g-drawing__line', mask: lineMask(drawing) },
  ].map(({ className, mask }) => ({ className, style: { maskImage: mask, WebkitMaskImage: mask } }))
  const name = small ? 'g-drawing g-drawing--small' : 'g-drawing'
  if (process.env.TARO_ENV === 'h5') {
    return (
      <div className={name} aria-hidden="true">
        {layers.map(({ className, style }) => (
          <div key={className} className={className} style={style} />
        ))}
      </div>
    )
  }
  return (
    <View className={name}>
      {layers.map(({ className, style }) => (
        <View key={className} className={className} style={style} />
      ))}
    </View>
  )
}
