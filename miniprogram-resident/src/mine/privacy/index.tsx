export { PrivacyPage as default } from '@/features/privacy/PrivacyPage'
