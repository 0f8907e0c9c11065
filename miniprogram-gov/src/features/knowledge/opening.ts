import type { Knowledge } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { plainCarry } from './carry'
import { bearerIn, blankAttribute, formOf, type NewChange } from './draft'
import type { Prose } from './prose'

/** What a link to the page asks for; anybody may have typed it. */
export type Wish = Readonly<Record<'name' | 'of' | 'revise' | 'deprecate' | 'codes' | 'rename', string>>

/**
 * @returns the change a link asks for: a new attribute with a name, of a kind or relation; a revision or deprecation of one; codes for a list, or
 * another name for one of its. Nothing when it asks for none, or for what there is not
 */
export function wishedChange(knowledge: Knowledge, prose: Prose, wish: Wish): NewChange | undefined {
  const revised = knowledge.attribute(wish.revise)
  if (revised !== undefined) {
    return {
      do: 'revise-attribute',
      code: revised.code,
      form: formOf(revised, prose.attributes.get(revised.code)),
    }
  }
  const deprecated = knowledge.attribute(wish.deprecate)
  if (deprecated !== undefined) {
    return { do: 'deprecate-attribute', code: deprecated.code, successor: '', carry: plainCarry }
  }
  if (knowledge.codeList(wish.codes)) return { do: 'add-codes', list: wish.codes, lines: '' }
  if (knowledge.codeList(wish.rename)) return { do: 'rename-code', list: wish.rename, code: '', name: '' }
  if (wish.name === '' && wish.of === '') return undefined
  const of = bearerIn(knowledge, wish.of) === undefined ? '' : wish.of
  return { do: 'add-attribute', form: { ...blankAttribute, name: wish.name.slice(0, 12), of } }
}

/** Whether the server simply has no such proposal: its id was made here and nothing has been sent. */
export const isUnknown = (error: unknown) => error instanceof Problem && error.kind === 'not-found'
