import type { ImportChange, ImportRow } from '@zmht/shared/contract'
import type { Cells } from '../sheets/cells'
import { type Columns, type Headings, looksMerged } from '../sheets/columns'

/** What a column of a spreadsheet of people may be. */
export const rosterFields = ['organisation', 'post', 'name', 'phone'] as const
export type RosterField = (typeof rosterFields)[number]

export const rosterFieldNames: Readonly<Record<RosterField, string>> = {
  organisation: '单位',
  post: '岗位',
  name: '姓名',
  phone: '手机号',
}

/** A sheet to be filled in. */
export const rosterTemplate = {
  name: '通讯录导入模板.xlsx',
  cells: [
    rosterFields.map((field) => rosterFieldNames[field]),
    ['幸福家园社区', '社区书记', '张三', '13800000001'],
    ['幸福家园社区', '社工', '李四', '13800000002'],
  ],
  widths: [24, 16, 12, 16],
}

/** As many rows go into one import. */
export const mostPeople = 1000

/** Names of people come before those of organisations: 「联系人」 is nobody's organisation. */
export const rosterHeadings: Headings<RosterField> = [
  ['phone', /手机|电话|联系方式|号码/u],
  ['name', /姓名|名字|人员|联系人|负责人/u],
  ['post', /岗位|职务|职位|职称|身份/u],
  ['organisation', /单位|部门|机构|社区|居委会|组织|科室/u],
]

/** True when the organisation is written only where it changes. */
export const looksFilledDown = (cells: Cells, header: number, { organisation, name }: Columns<RosterField>): boolean =>
  looksMerged(cells, header, organisation, name, 1 / 5)

/** A number as it is written in tables, without its spaces, hyphens and country code. */
export const plainPhone = (words: string): string => words.replace(/[\s-]/g, '').replace(/^(\+|00)86/, '')

/**
 * The people of a sheet below its headings; rows without a name are left out. `fillDown`: an empty organisation is the one above.
 * A column that is not there gives empty words, which the check on the server then says.
 */
export function rosterRows(
  cells: Cells,
  header: number,
  columns: Columns<RosterField>,
  fillDown: boolean,
): readonly ImportRow[] {
  const rows: ImportRow[] = []
  let above = ''
  cells.forEach((cellsOfRow, index) => {
    if (index <= header) return
    const words = (field: RosterField) => {
      const column = columns[field]
      return column === undefined ? '' : (cellsOfRow[column] ?? '').trim()
    }
    const own = words('organisation')
    if (own !== '') above = own
    const row: ImportRow = {
      row: index + 1,
      organisation: fillDown ? above : own,
      post: words('post'),
      name: words('name'),
      phone: plainPhone(words('phone')),
    }
    if (row.name !== '' || row.phone !== '') rows.push(row)
  })
  return rows
}

const longest: Readonly<Record<RosterField, number>> = { organisation: 60, post: 30, name: 20, phone: 20 }

/** Rows that can be sent, and those with a cell too long to be what its column says, told as the server tells others. */
export function sendable(rows: readonly ImportRow[]): {
  readonly rows: readonly ImportRow[]
  readonly problems: readonly ImportChange[]
} {
  const fits: ImportRow[] = []
  const problems: ImportChange[] = []
  for (const row of rows) {
    const long = rosterFields.find((field) => row[field].length > longest[field])
    if (long === undefined) fits.push(row)
    else {
      problems.push({
        what: 'problem',
        row: row.row,
        name: row.name.slice(0, longest.name),
        organisation: row.organisation.slice(0, longest.organisation),
        post: row.post.slice(0, longest.post),
        message: `${rosterFieldNames[long]}超过 ${longest[long]} 个字，请检查这一列`,
      })
    }
  }
  return { rows: fits, problems }
}

/** The rows with one title written otherwise, where it was not in the catalogue. */
export const withPost = (rows: readonly ImportRow[], former: string, title: string): readonly ImportRow[] =>
  rows.map((row) => (row.post === former ? { ...row, post: title } : row))
