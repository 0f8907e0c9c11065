export { DraftPage as default } from '@/features/permissions/DraftPage'
