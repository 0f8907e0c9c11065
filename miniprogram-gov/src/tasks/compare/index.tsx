export { ComparePage as default } from '@/features/tasks/ComparePage'
