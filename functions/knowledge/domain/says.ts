import { type Change, type Knowledge, type Sensitivity, writeValueType } from '@zmht/shared/knowledge'

const sensitivityNames: Readonly<Record<Sensitivity, string>> = {
  open: '公开',
  internal: '内部',
  personal: '个人信息',
  sensitive: '敏感个人信息',
}

/** A change in words, for whoever reviews it and for the changelog. */
export function sayChange(knowledge: Knowledge, change: Change): string {
  const nameOf = (code: string): string => knowledge.attribute(code)?.name ?? code
  const listName = (id: string): string => knowledge.codeList(id)?.name ?? id
  switch (change.do) {
    case 'add-attribute':
      return `增加“${change.attribute.name}”（${change.attribute.code}，${sensitivityNames[change.attribute.sensitivity]}）`
    case 'revise-attribute': {
      const before = knowledge.attribute(change.code)
      const says = [
        change.name === undefined ? '' : `名称改为“${change.name}”`,
        change.type === undefined || (before && change.type === writeValueType(before.value))
          ? ''
          : `填写方式改为 ${change.type}`,
        change.sensitivity === undefined ? '' : `敏感级别改为${sensitivityNames[change.sensitivity]}`,
        change.freshDays === undefined ? '' : `有效期改为${change.freshDays === 0 ? '长期' : `${change.freshDays}天`}`,
        change.prose === undefined ? '' : '修改说明',
      ].filter((one) => one !== '')
      return `“${nameOf(change.code)}”：${says.join('，') || '没有改动'}`
    }
    case 'deprecate-attribute':
      return change.successor === undefined
        ? `停用“${nameOf(change.code)}”`
        : `停用“${nameOf(change.code)}”，由“${nameOf(change.successor)}”接替`
    case 'add-list':
      return `增加代码表“${change.name}”（${change.items.length}项）`
    case 'add-codes':
      return `代码表“${listName(change.list)}”增加${change.items.map(({ name }) => `“${name}”`).join('、')}`
    case 'rename-code':
      return `代码表“${listName(change.list)}”的代码 ${change.code} 改名为“${change.name}”`
  }
}

/** The attributes a change touches: those whose forms and facts have to be looked at. */
export function touchedBy(knowledge: Knowledge, change: Change): readonly string[] {
  switch (change.do) {
    case 'add-attribute':
    case 'add-list':
      return []
    case 'revise-attribute':
    case 'deprecate-attribute':
      return [change.code]
    case 'add-codes':
    case 'rename-code':
      return knowledge.attributes
        .filter(({ value }) => value.type === 'code' && value.list === change.list)
        .map(({ code }) => code)
  }
}
