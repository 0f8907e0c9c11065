export { MintPage as default } from '@/features/hierarchy/MintPage'
