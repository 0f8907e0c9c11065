export { GrantsPage as default } from '@/features/permissions/GrantsPage'
