import { standardWords } from './names'
import type { ProseEntry } from './prose'
import { termWords } from './vocabularies'

export interface AboutRow {
  readonly key: string
  readonly value: string
}

/** What people read about something beside its definition; what nobody wrote is left out. */
export function aboutRows(about: ProseEntry | undefined): readonly AboutRow[] {
  if (about === undefined) return []
  const rows = [
    { key: '英文名', value: about.english },
    { key: '标准', value: about.standard === '' ? '' : standardWords(about.standard) },
    { key: '来自', value: about.form === 'own' ? '' : about.form },
    { key: '别名', value: about.words.join('、') },
    { key: '国际词汇', value: about.maps.map(termWords).join('、') },
  ]
  return rows.filter(({ value }) => value !== '')
}
