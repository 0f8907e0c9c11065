import { defineConfig } from '@tarojs/cli'
import { taroConfig } from '../../shared/ui/build/taro.cjs'

/**
 * weapp talks to http://127.0.0.1:7102/api unless ZMHT_API_URL says otherwise:
 * `ZMHT_API_URL=https://api.example.gov.cn/api npm run build:weapp`.
 */
export default defineConfig(
  taroConfig({
    projectName: 'miniprogram-gov',
    localApiUrl: 'http://127.0.0.1:7102/api',
    // The pages from the start to the door.
    offlinePages:
      /(?:^|[\\/])(?:tasks[\\/](?:task|items|item|unsent|settle)|pages[\\/](?:home|work|me))[\\/]index|features[\\/]tasks[\\/]offline$/,
  }),
)
