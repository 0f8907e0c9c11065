export { PassedPage as default } from '@/features/linked/PassedPage'
