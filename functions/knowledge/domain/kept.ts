import { type Attribute, type Knowledge, writeValueType } from '@zmht/shared/knowledge'

interface Kept {
  readonly what: string
  readonly where: string
}

/** Where facts of an attribute are stored, found and shown: the mapping from meaning to storage, in one place. */
export function whereKept(knowledge: Knowledge, code: string): Kept[] {
  if (knowledge.relationType(code)) return keptRelation(code)
  const attribute = knowledge.attribute(code)
  if (!attribute) return []
  const inRelation = typeof attribute.of === 'object'
  const bearer = inRelation ? 'ENTITY#{entityId} / REL#{type}#{direction}#{other}' : 'ENTITY#{entityId} / ENTITY'
  return [
    { what: '存放', where: `${bearer}，字段 claims.${code}（${isSealed(attribute) ? '加密' : '明文'}）` },
    { what: '写法', where: `${writeValueType(attribute.value)}${attribute.many ? '，可多个' : ''}` },
    { what: '历史', where: 'HISTORY#{entityId}，按时间；按来源查 gsi1 PATCHES#{sourceId}' },
    ...(attribute.naturalKey ? [{ what: '查找', where: `KEY#${code}#{盲索引}，一个值对应一个实体` }] : []),
    ...(code === 'person.name' || code === 'person.mobile'
      ? [{ what: '列表', where: 'gsi2 REGISTER#person#{区县}，名册卡片里的列' }]
      : []),
    { what: '来历', where: '每条事实带来源、时间、版本和提交人；修订历史按来源可查到提交、任务或导入' },
  ]
}

/** A relation is kept from both its ends, with who said it; a new target of one that has only one ends the former. */
function keptRelation(code: string): Kept[] {
  return [
    { what: '存放', where: `ENTITY#{entityId} / REL#${code}#forward#{other}，另一端存 REL#${code}#backward#{other}` },
    { what: '关系本身的属性', where: '同一条记录的 claims，敏感的和电话加密' },
    { what: '历史', where: 'HISTORY#{entityId}，按时间；按来源查 gsi1 PATCHES#{sourceId}' },
    { what: '来历', where: '带来源、时间、版本和提交人；与已有说法不一致的标为待核对' },
  ]
}

/** As the store seals it: what is sensitive and every phone number. */
function isSealed({ sensitivity, value }: Attribute): boolean {
  return (
    sensitivity === 'sensitive' ||
    (value.type === 'identifier' && (value.scheme === 'mobile' || value.scheme === 'phone'))
  )
}
