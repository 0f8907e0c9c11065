/** What words of an appeal may name: a place, somebody, something, an organisation. */
export const mentionKinds = ['place', 'person', 'organisation', 'thing'] as const
export type MentionKind = (typeof mentionKinds)[number]
