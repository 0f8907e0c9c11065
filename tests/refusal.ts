import { Problem } from '@zmht/shared/problems'

/** For what a call was refused; `ok` where it went through. What is no refusal is thrown on. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'ok'
  } catch (problem) {
    if (problem instanceof Problem) return problem.code
    throw problem
  }
}
