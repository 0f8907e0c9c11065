import type { FieldProblem } from '@zmht/shared/problems'

interface Issue {
  readonly code?: string | undefined
  readonly path?: PropertyKey[] | undefined
  readonly message?: string
  readonly keys?: string[] | undefined
}

const han = /\p{Script=Han}/u

/** @returns zod's issues as sentences for the person; a schema's own Chinese message is kept, anything else is put in plain words. */
export function describeIssues(where: 'path' | 'query' | 'body', issues: readonly Issue[]): FieldProblem[] {
  return issues.slice(0, 20).map((issue) => ({
    path: [where, ...(issue.path ?? [])].map(String).join('.'),
    message: sentence(issue),
  }))
}

function sentence(issue: Issue): string {
  if (issue.message !== undefined && han.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'unrecognized_keys':
      return `有不认识的内容：${(issue.keys ?? []).slice(0, 5).join('、')}`
    case 'invalid_type':
      return '缺少内容，或内容的类型不正确'
    case 'too_big':
      return '内容太长或数值太大'
    case 'too_small':
      return '内容太短或数值太小'
    case 'invalid_value':
      return '不在可选的范围内'
    case 'invalid_format':
      return '格式不正确'
    default:
      return '内容不正确'
  }
}
