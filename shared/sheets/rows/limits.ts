/** The most rows of one import or export: more is refused, never cut off. */
export const mostSheetRows = 200_000
