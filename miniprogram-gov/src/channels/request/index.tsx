export { RequestPage as default } from '@/features/requests/RequestPage'
