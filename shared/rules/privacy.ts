/** The privacy guideline 隐私保护指引 in force, by the month it was published. A new one asks everybody again. */
export const privacyGuideline = '2026-12'
