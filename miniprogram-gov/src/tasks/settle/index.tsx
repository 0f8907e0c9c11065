export { SettlePage as default } from '@/features/tasks/SettlePage'
