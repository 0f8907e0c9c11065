import type { Knowledge } from '../knowledge/system'
import type { LedgerContent } from '../ledgers/index'
import type { Measure, OwnMeasure } from './measure'

/** Five years each, as the census tells them. */
export const ageBands: readonly number[] = Array.from({ length: 18 }, (_, at) => (at + 1) * 5)

/** What is known of each column and how fresh it is: read by `shared/freshness`, not shown as a picture. */
export const columnsMeasure = 'columns'

/** The measures every ledger has from its first day: how many, how fresh, by each declared filter; of people by age and sex. */
export function standardMeasures(
  ledgerId: string,
  { kind, filters }: Pick<LedgerContent, 'kind' | 'filters'>,
  knowledge: Knowledge,
): readonly (Measure & { readonly id: string })[] {
  const measure = (id: string, name: string, ...groups: Measure['groups']): Measure & { readonly id: string } => ({
    id: `${ledgerId}.${id}`,
    name,
    source: { of: 'ledger', id: ledgerId },
    filter: [],
    groups,
    fold: { by: 'count' },
  })
  return [
    measure('all', '总数'),
    measure('freshness', '新鲜程度', { by: 'freshness' }),
    measure(columnsMeasure, '资料完整和新鲜', { by: 'columns' }),
    ...filters.map((attribute, at) =>
      measure(`filter${at + 1}`, knowledge.attribute(attribute)?.name ?? '', { by: 'code', attribute }),
    ),
    ...(kind === 'person'
      ? [
          measure(
            'pyramid',
            '年龄性别',
            { by: 'band', attribute: 'person.birthDate', years: true, edges: ageBands },
            { by: 'code', attribute: 'person.sex' },
          ),
        ]
      : []),
  ]
}

/** All measures of a ledger under the ids they are counted by: those every ledger has, and its own. */
export function measuresOf(
  ledgerId: string,
  ledger: Pick<LedgerContent, 'kind' | 'filters'>,
  own: readonly OwnMeasure[],
  knowledge: Knowledge,
): readonly (Measure & { readonly id: string })[] {
  return [
    ...standardMeasures(ledgerId, ledger, knowledge),
    ...own.map((one) => ({ ...one, id: `${ledgerId}.${one.id}`, source: { of: 'ledger' as const, id: ledgerId } })),
  ]
}
