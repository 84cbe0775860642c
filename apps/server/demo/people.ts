/**
 * The people of the demonstration. All of them are invented; their numbers pass the checks and belong to nobody.
 */
import { idCardOf, type StaffRole } from '@mashang/kit'

/** The password of every demo account; printed in the README and on the sign-in page of a demonstration only. */
export const DEMO_PASSWORD = 'Mashang-2026'

export interface DemoStaff {
  readonly account: string
  readonly name: string
  readonly organ: string
  readonly roles: readonly StaffRole[]
}

/**
 * One account a role. Handling officer, inspector and head work for market regulation, which has the most items; the
 * sports bureau is small, one person is all three there, and its permit is one whose clock may stop.
 */
export const DEMO_STAFF: readonly DemoStaff[] = [
  { account: 'chuangkou', name: '林窗口', organ: 'data-bureau', roles: ['window-clerk'] },
  { account: 'chengban', name: '李承办', organ: 'market-regulation', roles: ['handling-officer'] },
  { account: 'daiban', name: '高代办', organ: 'market-regulation', roles: ['handling-officer'] },
  { account: 'hecha', name: '赵核查', organ: 'market-regulation', roles: ['inspector'] },
  { account: 'shouxi', name: '孙首席', organ: 'market-regulation', roles: ['approval-head'] },
  {
    account: 'tiyu',
    name: '钱体育',
    organ: 'sports-bureau',
    roles: ['handling-officer', 'inspector', 'approval-head'],
  },
  {
    account: 'fagai',
    name: '徐发改',
    organ: 'development-reform',
    roles: ['handling-officer', 'approval-head'],
  },
  {
    account: 'ziran',
    name: '沈自然',
    organ: 'natural-resources',
    roles: ['handling-officer', 'inspector', 'approval-head'],
  },
  {
    account: 'zhujian',
    name: '韩住建',
    organ: 'housing-construction',
    roles: ['handling-officer', 'inspector', 'approval-head'],
  },
  {
    account: 'renfang',
    name: '陈人防',
    organ: 'civil-air-defence',
    roles: ['handling-officer', 'inspector', 'approval-head'],
  },
  {
    account: 'shuiwu',
    name: '何水务',
    organ: 'water-affairs',
    roles: ['handling-officer', 'inspector', 'approval-head'],
  },
  { account: 'bangban', name: '宋帮办', organ: 'data-bureau', roles: ['assistant'] },
  {
    account: 'haiyang',
    name: '程海洋',
    organ: 'ocean',
    roles: ['handling-officer', 'inspector', 'approval-head'],
  },
  {
    account: 'gongan',
    name: '夏公安',
    organ: 'public-security',
    roles: ['handling-officer', 'approval-head'],
  },
  {
    account: 'zhongshan',
    name: '石中山',
    organ: 'district-zhongshan',
    roles: ['handling-officer', 'approval-head'],
  },
  { account: 'shoufei', name: '唐收费', organ: 'data-bureau', roles: ['cashier'] },
  { account: 'jiancha', name: '周监察', organ: 'data-bureau', roles: ['supervisor'] },
  { account: 'mulu', name: '吴目录', organ: 'data-bureau', roles: ['catalogue-editor'] },
  { account: 'guanli', name: '郑管理', organ: 'data-bureau', roles: ['administrator'] },
]

export interface DemoCitizen {
  readonly phone: string
  readonly name: string
  readonly idCard: string
  readonly enterprise?: { readonly uscc: string; readonly name: string }
}

export const DEMO_CITIZENS: readonly DemoCitizen[] = [
  {
    phone: '13800000001',
    name: '王小海',
    idCard: idCardOf('21020219880307102'),
    enterprise: { uscc: '91350100M000100Y43', name: '大连海味小馆餐饮有限公司' },
  },
  { phone: '13800000002', name: '刘大连', idCard: idCardOf('21020419950912003') },
  { phone: '13800000003', name: '陈星海', idCard: idCardOf('21021119621124301') },
]
