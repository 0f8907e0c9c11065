/** The runtime's half of `aria.cjs`: it must name a view's attributes exactly as the templates do. */
import { mergeInternalComponents } from '@tarojs/shared'
import attributes from './aria-attributes.cjs'

mergeInternalComponents(attributes)
