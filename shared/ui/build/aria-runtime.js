/** The runtime's half of `aria.cjs`: it must name the attributes exactly as the templates do. */
import { mergeInternalComponents } from '@tarojs/shared'
import attributes from './aria-attributes.cjs'

mergeInternalComponents(attributes)
