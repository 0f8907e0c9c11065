export { ItemPage as default } from '@/features/tasks/ItemPage'
