/**
 * The part of zod the contract uses, by name: a namespace that is handed on would keep the whole library and its locales in
 * every bundle. Import it as `import * as z from './z'`.
 */
import { config } from 'zod/mini'

// WeChat forbids `new Function`, which zod would otherwise compile its validators with.
config({ jitless: true })

export type { output, ZodMiniType } from 'zod/mini'
export {
  array,
  boolean,
  custom,
  discriminatedUnion,
  enum,
  exactOptional,
  extend,
  gte,
  int,
  literal,
  looseObject,
  lte,
  maxLength,
  minLength,
  number,
  record,
  refine,
  regex,
  strictObject,
  string,
  trim,
  union,
  unknown,
} from 'zod/mini'
