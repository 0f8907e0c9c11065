export { ApplyPage as default } from '@/features/apply/ApplyPage'
