import type { RelationType } from './types'

/** The relation types. 25 stay within a kind and 51 lead from one kind to another when the system is complete. */
export const relationTypes: readonly RelationType[] = [
  relation('parent', 'person', 'person', '父母', '子女', 'is parent of', 'many', 'personal'),
  relation('spouse', 'person', 'person', '配偶', '配偶', 'is spouse of', 'one', 'personal', true),
  relation('guardian', 'person', 'person', '监护人', '被监护人', 'is guardian of', 'many', 'personal'),
  relation('carer', 'person', 'person', '照护人', '被照护人', 'cares for', 'many', 'personal'),
  relation('neighbour', 'person', 'person', '邻居', '邻居', 'is neighbour of', 'many', 'personal', true),
  relation('within', 'place', 'place', '位于', '包含', 'lies within', 'one', 'open'),
  relation('belongs-to', 'organisation', 'organisation', '隶属于', '下属单位', 'belongs to', 'one', 'open'),
  relation('resides-at', 'person', 'place', '住在', '住户', 'resides at', 'one', 'personal'),
  relation('works-at', 'person', 'place', '工作地点', '在此工作的人', 'works at', 'one', 'personal'),
  relation('employed-by', 'person', 'organisation', '就职于', '员工', 'is employed by', 'many', 'personal'),
  relation('member-of', 'person', 'organisation', '参加', '成员', 'is member of', 'many', 'personal'),
  relation('about', 'event', 'person', '涉及的人', '相关的事', 'is about', 'many', 'personal'),
  relation('applied-by', 'event', 'person', '申请人', '申请的事', 'was applied for by', 'one', 'personal'),
  relation('at', 'event', 'place', '发生在', '发生的事', 'takes place at', 'one', 'internal'),
  relation('manages', 'organisation', 'place', '管理', '管理单位', 'manages', 'many', 'open'),
  relation('seated-at', 'organisation', 'place', '地址在', '驻在单位', 'is seated at', 'one', 'open'),
  relation('located-at', 'thing', 'place', '放在', '此处的物', 'is located at', 'one', 'internal'),
  relation('owned-by', 'thing', 'person', '归谁所有', '名下的物', 'is owned by', 'one', 'personal'),
  relation(
    'owned-by-organisation',
    'thing',
    'organisation',
    '归哪个单位',
    '单位的物',
    'is owned by',
    'one',
    'internal',
  ),
]

function relation(
  code: string,
  from: RelationType['from'],
  to: RelationType['to'],
  name: string,
  inverseName: string,
  english: string,
  targets: RelationType['targets'],
  sensitivity: RelationType['sensitivity'],
  symmetric = false,
): RelationType {
  return { code, from, to, name, inverseName, english, symmetric, targets, sensitivity }
}
