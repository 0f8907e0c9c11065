import { mostSheetBytes } from '@zmht/shared/contract'

/** @returns why a file cannot be a sheet, in words; nothing where it can */
export function refusalOf({ name, size }: Pick<File, 'name' | 'size'>): string | undefined {
  if (!/\.(xlsx|csv)$/i.test(name)) return '只收 .xlsx 或 .csv。旧的 .xls 请在 Excel 或 WPS 里另存为 .xlsx 再试'
  if (size === 0) return '表格是空的，请换一个'
  return size > mostSheetBytes ? '表格不能超过 30 MB，请分成几个再上传' : undefined
}
