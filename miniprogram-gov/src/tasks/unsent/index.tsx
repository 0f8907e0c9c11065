export { UnsentPage as default } from '@/features/tasks/UnsentPage'
