export { UnansweredPage as default } from '@/features/answerable/UnansweredPage'
