export { ResultPage as default } from '@/features/apply/ResultPage'
