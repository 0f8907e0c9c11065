export { MinePage as default } from '@/features/permissions/MinePage'
