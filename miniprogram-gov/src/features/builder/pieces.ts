import type { Control, ControlKind, Subject } from '@zmht/shared/controls'
import { mintKey } from './mint'
import { ownKinds, ownValueFor } from './own-kinds'

/** What is put into a form at once. */
export interface Piece {
  readonly controls: readonly Control[]
  readonly subjects: readonly Subject[]
}

/** Words to read, something to agree to, a title over several questions: none of them records anything. */
export function wordsControl(kind: 'explanation' | 'consent' | 'section'): Control {
  switch (kind) {
    case 'explanation':
      return { id: mintKey('k'), kind, label: '说明', required: false, text: '' }
    case 'section':
      return { id: mintKey('k'), kind, label: '新的一组', required: false }
    case 'consent':
      return {
        id: mintKey('k'),
        kind,
        label: '我同意',
        required: true,
        text: '我同意社区为办理这项服务使用以上资料。不同意不影响使用其他服务，我也可以随时撤回。',
      }
  }
}

/** A question the city knowledge system has no attribute for. */
export function ownQuestion(kind: ControlKind, subject: string, label?: string): Control {
  const named = label?.trim() || ownKinds.find((one) => one.kind === kind)?.name || '新的问题'
  return {
    id: mintKey('k'),
    kind,
    label: named.slice(0, 40),
    required: false,
    binding: { subject, own: ownValueFor(kind, undefined) },
  }
}

const columns = [
  { code: '1', name: '满意' },
  { code: '2', name: '一般' },
  { code: '3', name: '不满意' },
]

/** Questions answered alike, one a line. */
export function matrixPiece(subject: string): Piece {
  const matrix: Control = { id: mintKey('k'), kind: 'matrix', label: '表格题', required: false }
  const row = (label: string): Control => ({
    id: mintKey('k'),
    kind: 'choice',
    label,
    required: false,
    within: matrix.id,
    binding: { subject, own: { type: 'code', items: columns } },
  })
  return { controls: [matrix, row('第一行'), row('第二行')], subjects: [] }
}

/** @returns one more row like those that are there */
export function anotherRow(matrix: Control, rows: readonly Control[], subject: string): Control {
  const last = rows.at(-1)
  const like = last?.binding && 'own' in last.binding ? last : undefined
  return {
    id: mintKey('k'),
    kind: like?.kind ?? 'choice',
    label: `第 ${rows.length + 1} 行`,
    required: like?.required ?? false,
    within: matrix.id,
    binding: like?.binding ?? { subject, own: { type: 'code', items: columns } },
  }
}

/** Cards of questions of this form only, as many as are needed: who comes along, what is brought. */
export function ownGroup(): Piece {
  const subject: Subject = {
    key: mintKey('p'),
    kind: 'event',
    name: '可重复的一组',
    is: { by: 'own' },
    many: { min: 0, max: 5 },
  }
  return { controls: [ownQuestion('text', subject.key, '名称')], subjects: [subject] }
}
