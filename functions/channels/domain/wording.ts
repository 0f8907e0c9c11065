/** What an official wrote, as it is said to one resident: `{姓名}` and `{编号}` stand for their own. */
export const wordedFor = (text: string, { who, number }: { readonly who: string; readonly number: string }): string =>
  text.replaceAll('{姓名}', who).replaceAll('{编号}', number)

/** The note of a step for one request, with what was written where that differs: others of its case are told it in their own name. */
export function noteFor(
  text: string | undefined,
  request: { readonly who: string; readonly number: string },
): { readonly note?: string; readonly wording?: string } {
  if (text === undefined) return {}
  const note = wordedFor(text, request)
  return note === text ? { note } : { note, wording: text }
}
