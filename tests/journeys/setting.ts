import type { PlaceId } from '@zmht/shared/geo'
import { idOfDivision } from '../../functions/hierarchy/divisions'

/** Where a scenario plays, and who of the demonstration takes part in it. */
export interface Setting {
  /** In another city an application is not opened from the gallery: it is installed from a file that was exported in Beijing. */
  readonly isAtHome: boolean
  readonly phones: {
    /** Sends out tasks for the whole city. */
    readonly city: string
    readonly district: string
    readonly subdistrict: string
    readonly secretary: string
    readonly worker: string
    readonly resident: string
    /** 社工 of the community next to it. */
    readonly nextDoor: string
    /** Lives in another community. */
    readonly elsewhere: string
    readonly housing: string
    readonly keeper: string
    readonly hospital: string
  }
  readonly city: string
  readonly district: string
  readonly subdistrict: string
  readonly community: { readonly name: string; readonly code: string; readonly id: PlaceId; readonly compound: string }
  readonly next: { readonly code: string; readonly compound: string }
  /** The compound of whoever lives elsewhere. */
  readonly elsewhere: string
  readonly resident: { readonly name: string; readonly parent: string }
  /** In whose home building they live, and its door. */
  readonly home: { readonly building: string; readonly unit: string; readonly door: string; readonly beside: string }
  readonly housing: string
  readonly keeper: string
  readonly hospital: string
}

const beijing: Setting = {
  isAtHome: true,
  phones: {
    city: '19000001903',
    district: '19000001002',
    subdistrict: '19000001003',
    secretary: '19000001028',
    worker: '19000001029',
    resident: '19000009001',
    nextDoor: '19000001005',
    elsewhere: '19000009002',
    housing: '19000001911',
    keeper: '19000001900',
    hospital: '19000001904',
  },
  city: '北京市',
  district: '朝阳区',
  subdistrict: '望京街道',
  community: {
    name: '花家地北里社区',
    code: '110105026047',
    id: idOfDivision('110105026047'),
    compound: '花家地北里',
  },
  next: { code: '110105026034', compound: '花家地西里' },
  elsewhere: '花家地西里',
  resident: { name: '周惊蛰', parent: '孙大雪' },
  home: { building: '3号楼', unit: '2单元', door: '501', beside: '502' },
  housing: '朝阳区住房和城市建设委员会',
  keeper: '花家地北里物业服务中心',
  hospital: '望京示范医院',
}

const datong: Setting = {
  isAtHome: false,
  phones: {
    city: '19000005903',
    district: '19000005002',
    subdistrict: '19000005003',
    secretary: '19000005004',
    worker: '19000005005',
    resident: '19000009003',
    nextDoor: '19000005007',
    elsewhere: '19000009001',
    housing: '19000005911',
    keeper: '19000005900',
    hospital: '19000005904',
  },
  city: '大同市',
  district: '平城区',
  subdistrict: '御河街道',
  community: { name: '青年路社区', code: '140213057001', id: idOfDivision('140213057001'), compound: '示范小区' },
  next: { code: '140213057002', compound: '示范北小区' },
  elsewhere: '花家地北里',
  resident: { name: '郑小暑', parent: '何谷雨' },
  home: { building: '2号楼', unit: '1单元', door: '302', beside: '301' },
  housing: '平城区住房和城乡建设局',
  keeper: '示范小区物业服务中心',
  hospital: '御河示范医院',
}

/** The scenarios play in Beijing; with `ZMHT_CITY=datong` in Datong, on what was exported from Beijing. */
export const setting: Setting = process.env.ZMHT_CITY === 'datong' ? datong : beijing
