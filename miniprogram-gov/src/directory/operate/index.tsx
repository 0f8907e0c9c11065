export { OperatePage as default } from '@/features/directory/OperatePage'
