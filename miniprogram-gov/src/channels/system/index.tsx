export { SystemPage as default } from '@/features/systems/SystemPage'
