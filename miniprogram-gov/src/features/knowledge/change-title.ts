import type { Knowledge } from '@zmht/shared/knowledge'
import type { DraftChange } from './draft'

/** A change by its name while it is being written. */
export function changeTitle(before: Knowledge, change: DraftChange): string {
  const quoted = (name: string) => (name.trim() === '' ? '' : `“${name.trim()}”`)
  const attribute = (code: string) => quoted(before.attribute(code)?.name ?? code)
  const list = (id: string) => quoted(before.codeList(id)?.name ?? id)
  switch (change.do) {
    case 'add-attribute':
      return `增加属性${quoted(change.form.name)}`
    case 'revise-attribute':
      return `修改属性${attribute(change.code)}`
    case 'deprecate-attribute':
      return `停用属性${attribute(change.code)}`
    case 'add-list':
      return `新建代码表${quoted(change.list.name)}`
    case 'add-codes':
      return `给代码表${list(change.list)}增加选项`
    case 'rename-code':
      return `改代码表${list(change.list)}的选项名称`
  }
}
