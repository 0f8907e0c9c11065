import { organisation } from './handlers/directory'
import { consent, me, removeHome, setHome } from './handlers/me'
import { refreshSession, sendPhoneCode, signInByPhone, signInByWechat, signOut } from './handlers/sessions'

export const endpoints = [
  signInByWechat,
  sendPhoneCode,
  signInByPhone,
  refreshSession,
  signOut,
  me,
  consent,
  setHome,
  removeHome,
  organisation,
]
