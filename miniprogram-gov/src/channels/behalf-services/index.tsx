export { ServicesForPage as default } from '@/features/behalf/ServicesForPage'
