export { ServicePage as default } from '@/features/services/ServicePage'
