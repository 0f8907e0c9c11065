import { subjectCalled } from '@zmht/shared/routing'
import { answerFor } from '@zmht/shared/rules'

interface Told {
  readonly who: string
  readonly number: string
  readonly title: string
  readonly route?: { readonly subject?: string }
  /** Where it lies, in the fewest words. */
  readonly tail: string
}

/** What an official wrote, as it is said to one resident: what stands in braces is their own. */
export const wordedFor = (text: string, request: Told): string =>
  answerFor(text, { who: request.who, number: request.number, place: request.tail, title: aboutOf(request) })

/** What a request is called: an appeal by its subject, where one is known, else by its service. */
export const aboutOf = ({ title, route }: Pick<Told, 'title' | 'route'>): string =>
  (route?.subject === undefined ? undefined : subjectCalled(route.subject)?.name) ?? title

/** The note of a step for one request, with what was written where that differs: others of its case are told it in their own name. */
export function noteFor(
  text: string | undefined,
  request: Told,
): { readonly note?: string; readonly wording?: string } {
  if (text === undefined) return {}
  const note = wordedFor(text, request)
  return note === text ? { note } : { note, wording: text }
}
