/** The home page 首页 of an official. */
export const home = {} as const
