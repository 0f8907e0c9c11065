import { organisation } from './handlers/directory'
import { duties, duty, endDuty, organisationDuties, setDuty } from './handlers/duties'
import { endGrid, grid, gridCoverage, grids, gridsAt, saveGrid } from './handlers/grids'
import { consent, me, removeHome, setHome } from './handlers/me'
import { refreshSession, sendPhoneCode, signInByPhone, signInByWechat, signOut, wechatPhone } from './handlers/sessions'

export const endpoints = [
  signInByWechat,
  wechatPhone,
  sendPhoneCode,
  signInByPhone,
  refreshSession,
  signOut,
  me,
  consent,
  setHome,
  removeHome,
  organisation,
  organisationDuties,
  duties,
  duty,
  setDuty,
  endDuty,
  grids,
  gridsAt,
  gridCoverage,
  grid,
  saveGrid,
  endGrid,
]
