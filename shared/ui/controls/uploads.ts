import type { Value } from '../../knowledge'
import { Problem } from '../../problems'
import type { PickedFile } from './control'

/** As many files as one answer may have. */
export const mostFiles = 9

/** A file on its way; it stays here, with what was picked, until it has arrived or is given up. */
export interface Upload {
  readonly key: string
  readonly file: PickedFile
  readonly state: 'uploading' | 'failed'
  /** How far it has come, 0 to 1; absent before the first byte has gone. */
  readonly share?: number
  readonly problem?: string
}

export type UploadStep =
  | { readonly do: 'start'; readonly uploads: readonly { readonly key: string; readonly file: PickedFile }[] }
  | { readonly do: 'progress'; readonly key: string; readonly share: number }
  | { readonly do: 'fail'; readonly key: string; readonly problem: string }
  | { readonly do: 'retry'; readonly key: string }
  /** Arrived, or given up. */
  | { readonly do: 'leave'; readonly key: string }

export function uploadsAfter(uploads: readonly Upload[], step: UploadStep): readonly Upload[] {
  switch (step.do) {
    case 'start':
      return [...uploads, ...step.uploads.map((one) => ({ ...one, state: 'uploading' as const }))]
    case 'progress':
      return uploads.map((one) =>
        one.key === step.key && one.state === 'uploading' ? { ...one, share: step.share } : one,
      )
    case 'fail':
      return uploads.map((one) =>
        one.key === step.key ? { key: one.key, file: one.file, state: 'failed', problem: step.problem } : one,
      )
    case 'retry':
      return uploads.map((one) => (one.key === step.key ? { key: one.key, file: one.file, state: 'uploading' } : one))
    case 'leave':
      return uploads.filter((one) => one.key !== step.key)
  }
}

/** @returns the ids of the files in an answer */
export function idsOf(value: Value | undefined): readonly string[] {
  if (typeof value === 'object') return value
  return typeof value === 'string' && value !== '' ? [value] : []
}

/** @returns the answer with one file more; where there may be one only, it takes the place of the one before */
export function withFile(value: Value | undefined, id: string, many: boolean): Value {
  return many ? [...idsOf(value), id] : id
}

export function withoutFile(value: Value | undefined, id: string, many: boolean): Value | undefined {
  const left = idsOf(value).filter((one) => one !== id)
  return left.length === 0 ? undefined : many ? left : left[0]
}

/** @returns how many more files may be picked; a single one may always be replaced */
export function roomFor(value: Value | undefined, uploads: readonly Upload[], many: boolean): number {
  return many ? Math.max(0, mostFiles - idsOf(value).length - uploads.length) : uploads.length === 0 ? 1 : 0
}

/** @returns why a file did not arrive, as a person reads it; what libraries say in English is not passed on */
export function uploadProblem(failure: unknown): string {
  if (failure instanceof Problem) return failure.document.detail
  if (failure instanceof Error && /[\u4e00-\u9fff]/.test(failure.message)) return failure.message
  return '没有传成功，文件还在。请检查网络后重试'
}
