/** What a file that a request names is used for. */
export const subjectOfRequest = (id: string): string => `request/${id}`

/** @returns the request a file is used by; undefined for another use of it */
export const requestOfSubject = (subject: string): string | undefined => /^request\/(\w+)$/.exec(subject)?.[1]
