/// <reference types="@tarojs/taro" />

declare module '*.scss'

/** Where the API stands: '/api' on h5, written in at build time on weapp. */
declare const ZMHT_API_URL: string
/** WeChat subscribe-message templates, comma-separated; empty when the operator has none yet. */
declare const ZMHT_TEMPLATES: string
declare const ZMHT_WEB_DOMAINS: string
