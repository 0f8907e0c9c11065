import type { EntityKind } from '../knowledge/types'
import type { Meaning, Vocabulary } from './vocabulary'

/** Where somebody or something is, when a heading says no more than 地址: the relation by kind. */
const usual: Readonly<Record<EntityKind, string>> = {
  person: 'resides-at',
  organisation: 'operates-at',
  thing: 'located-at',
  event: 'at',
  place: 'within',
}

const bare = /^(详细|具体|现|家庭|所在|通讯|联系|居住|通信)?(地址|住址|位置|地点|所在地|所在位置|详址)$/
/** A step of an address in a column of its own. */
const step =
  /^(所属|所在|居住|住|现住)?(省份?|省市|市|地市|区县?|县区?|县市区|市辖区|街道|街镇|乡镇|镇街|镇|街道乡镇|社区|村居|村社区|行政村|自然村|村组?|自然村组|组|村小组|小区|小区名称|楼栋|楼栋号|楼宇|楼宇名称|楼栋名称|大厦名称|道路|道路名称|路段|路段名称|街路巷|楼号|栋号|幢号|单元|单元号|门牌|门牌号|房号|房间号|室号|户室|网格|网格号|网格名称|所属网格名称|社区名称|街道名称|村名称|单元名称|小组|村民小组|楼门)$/

/** @returns whether a heading is a step of an address, which a list of anything may have */
export const isAddressStep = (text: string): boolean => step.test(text.replace(/[/、及和]/g, ''))

/** From the widest to the narrowest; what a sheet's rows are, by the classes its title names. */
const ladder: readonly { readonly said: RegExp; readonly classes: readonly string[] }[] = [
  { said: /^(省|市|区|县|街道|镇街|街镇|乡镇|镇|乡)$/, classes: ['subdistrict'] },
  { said: /^(社区|村|村居|村社区|行政村)$/, classes: ['community'] },
  { said: /^(网格)$/, classes: ['grid'] },
  { said: /^(小区|院落|楼盘|项目)$/, classes: ['compound'] },
  { said: /^(楼栋|楼幢|楼宇|大厦|楼|栋|幢|楼号|栋号|幢号)$/, classes: ['building'] },
  { said: /^(单元|单元号|门栋)$/, classes: ['unit'] },
  { said: /^(房屋|门牌|房号|房间号|室号)$/, classes: ['door', 'rental-house'] },
]

/** @returns whether a heading names a wider place than the rows of a list of places are: 小区名称 in a list of homes */
export function isWiderPlace(text: string, classes: ReadonlySet<string>): boolean {
  const word = text.replace(/^(所属|所在|隶属)/, '').replace(/(名称|名字|名)$/, '')
  const step = ladder.findIndex(({ said }) => said.test(word))
  const rows = Math.max(...ladder.map((one, at) => (one.classes.some((code) => classes.has(code)) ? at : -1)))
  return step >= 0 && step < rows
}

/** @returns the relation to a place that a heading without further words speaks of */
export function addressMeaning(
  vocabulary: Vocabulary,
  kind: EntityKind,
  text: string,
): { readonly meaning: Meaning; readonly score: number } | undefined {
  const isBare = bare.test(text)
  const isStep = isAddressStep(text)
  if (!isBare && !isStep) return undefined
  // In a list of places 小区, 楼号 are their names.
  if (kind === 'place' && !isBare && !/^(所属|所在)/.test(text)) return undefined
  const relation = vocabulary.knowledge.relationType(usual[kind])
  if (!relation) return undefined
  return {
    meaning: { code: relation.code, name: relation.name, bearer: kind, relation, subtypes: [] },
    score: isBare ? (kind === 'place' ? 0.96 : 0.93) : 0.9,
  }
}
