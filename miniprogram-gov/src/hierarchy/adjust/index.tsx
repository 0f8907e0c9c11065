export { AdjustPage as default } from '@/features/hierarchy/AdjustPage'
