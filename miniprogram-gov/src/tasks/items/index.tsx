export { ItemsPage as default } from '@/features/tasks/ItemsPage'
