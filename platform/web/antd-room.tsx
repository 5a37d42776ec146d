import ConfigProvider from 'antd/es/config-provider'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import type { ReactNode } from 'react'
import { antdTheme } from './antd-theme.ts'
import { useLanguage } from './language.ts'
import { useTheme } from './theme.ts'

/** antd's parts in our colours and language. The log-in page and the officer's phone do without antd. */
export function AntdRoom({ children }: { children: ReactNode }) {
  const language = useLanguage()
  const theme = useTheme()
  return (
    <ConfigProvider
      theme={antdTheme(theme)}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      {children}
    </ConfigProvider>
  )
}
