export const itemsPage = 'tasks/items/index'
export const itemPage = 'tasks/item/index'
export const unsentPage = 'tasks/unsent/index'
export const settlePage = 'tasks/settle/index'
