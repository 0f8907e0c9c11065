export { ProposePage as default } from '@/features/knowledge/ProposePage'
