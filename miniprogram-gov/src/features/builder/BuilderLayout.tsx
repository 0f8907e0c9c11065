import type { LayoutProps } from './layout'
import { NarrowBuilder } from './NarrowBuilder'
import { WideBuilder } from './WideBuilder'

export function BuilderLayout(props: LayoutProps) {
  return props.builder.wide ? <WideBuilder {...props} /> : <NarrowBuilder {...props} />
}
