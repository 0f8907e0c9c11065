export { NewServicePage as default } from '@/features/channels/NewServicePage'
