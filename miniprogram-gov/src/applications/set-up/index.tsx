export { SetUpPage as default } from '@/features/applications/SetUpPage'
