export { GatherPage as default } from '@/features/applications/GatherPage'
