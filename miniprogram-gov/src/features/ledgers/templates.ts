import type { Knowledge } from '@zmht/shared/knowledge'
import { type LedgerKind, nameOfColumn, sayMembership } from '@zmht/shared/ledgers'
import type { LedgerTemplate } from '@zmht/shared/templates/ledgers'
import { kindOrder } from './words'

export interface TemplateSection {
  readonly kind: LedgerKind
  readonly templates: readonly LedgerTemplate[]
}

/**
 * @param words what stands in the name, in what it is for, in the rule or in a column; all of several words
 * @returns the templates that fit, by kind; kinds without any are left out
 */
export function templatesFor(
  templates: readonly LedgerTemplate[],
  words: string,
  knowledge: Knowledge,
): readonly TemplateSection[] {
  const wanted = words.split(/\s+/).filter((word) => word !== '')
  const fits = (template: LedgerTemplate): boolean => {
    if (wanted.length === 0) return true
    const columns = template.columns.map((column) => nameOfColumn(column, knowledge))
    const text = [template.name, template.about, sayMembership(template, knowledge), ...columns].join(' ')
    return wanted.every((word) => text.includes(word))
  }
  return kindOrder.flatMap((kind) => {
    const found = templates.filter((template) => template.kind === kind && fits(template))
    return found.length === 0 ? [] : [{ kind, templates: found }]
  })
}
