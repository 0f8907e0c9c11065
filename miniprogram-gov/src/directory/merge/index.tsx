export { MergePage as default } from '@/features/directory/MergePage'
