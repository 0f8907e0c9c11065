export { GrantPage as default } from '@/features/permissions/GrantPage'
