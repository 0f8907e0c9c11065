/** What a file that a request names is used for. */
export const subjectOfRequest = (id: string): string => `request/${id}`
