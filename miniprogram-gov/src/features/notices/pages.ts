export const noticePage = 'notices/one/index'
export const writePage = 'notices/write/index'
