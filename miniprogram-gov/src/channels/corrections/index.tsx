export { CorrectionsPage as default } from '@/features/systems/CorrectionsPage'
