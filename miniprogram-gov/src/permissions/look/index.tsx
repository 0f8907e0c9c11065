export { LookPage as default } from '@/features/permissions/LookPage'
