import type { RowReply } from '@zmht/shared/contract'

/** @returns what a row is called: by its name, or, as places and many things have none, by where it is */
export const nameOf = ({ name, home }: Pick<RowReply, 'name' | 'home'>): string => name || home || '没有名称'
