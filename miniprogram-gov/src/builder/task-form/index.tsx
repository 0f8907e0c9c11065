export { TaskFormPage as default } from '@/features/builder/TaskFormPage'
