export { FindPage as default } from '@/features/find/FindPage'
