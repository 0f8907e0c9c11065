export default definePageConfig({ navigationBarTitleText: '哪些消息提醒我' })
