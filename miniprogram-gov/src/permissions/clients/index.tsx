export { ClientsPage as default } from '@/features/permissions/ClientsPage'
