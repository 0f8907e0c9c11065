export { NewTaskPage as default } from '@/features/tasks/NewTaskPage'
