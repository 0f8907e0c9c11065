/** Where a measure is defined. */
export const measurePage = 'statistics/measure/index'
