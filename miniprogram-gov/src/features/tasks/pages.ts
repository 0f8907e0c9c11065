export const itemsPage = 'tasks/items/index'
export const itemPage = 'tasks/item/index'
