export default definePageConfig({ navigationBarTitleText: '链接服务' })
