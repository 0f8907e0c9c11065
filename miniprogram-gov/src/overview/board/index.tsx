export { BoardPage as default } from '@/features/overview/BoardPage'
