export { ApplicationsPage as default } from '@/features/applications/ApplicationsPage'
