export { ApplicationPage as default } from '@/features/applications/ApplicationPage'
