export { OperationPage as default } from '@/features/hierarchy/OperationPage'
