export default definePageConfig({ navigationBarTitleText: '要填的内容' })
