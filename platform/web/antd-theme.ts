import theme from 'antd/es/theme'
import type { ThemeConfig } from 'antd/es/config-provider'
import { tokens } from './tokens.ts'
import type { Theme } from './theme.ts'

/** The design's tokens in antd's words. */
export function antdTheme(of: Theme): ThemeConfig {
  const colour = tokens[of]
  return {
    algorithm: of === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontSize: 14,
      borderRadius: 3,
      borderRadiusSM: 2,
      borderRadiusLG: 4,
      controlHeight: 32,
      controlHeightSM: 26,
      controlHeightLG: 40,
      fontFamily: 'inherit',
      colorPrimary: colour.primary,
      colorInfo: colour.extended,
      colorLink: colour.link,
      colorText: colour.ink,
      colorTextSecondary: colour.ink2,
      colorTextTertiary: colour.ink3,
      colorTextDescription: colour.ink3,
      colorTextPlaceholder: colour.ink3,
      colorBgLayout: colour.ground,
      colorBgContainer: colour.surface,
      colorBgElevated: colour.surface,
      colorBorder: colour.lineStrong,
      colorBorderSecondary: colour.line,
      colorSplit: colour.line,
      colorSuccess: colour.normal,
      colorSuccessBg: colour.normalFill,
      colorSuccessBorder: colour.normalEdge,
      colorWarning: colour.dueSoon,
      colorWarningBg: colour.dueSoonFill,
      colorWarningBorder: colour.dueSoonEdge,
      colorError: colour.overdue,
      colorErrorBg: colour.overdueFill,
      colorErrorBorder: colour.overdueEdge,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.2s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500, paddingInline: 12 },
      Table: {
        headerBg: colour.sunken,
        headerColor: colour.ink2,
        headerSplitColor: 'transparent',
        rowHoverBg: colour.rowHover,
        rowSelectedBg: colour.primaryBg,
        cellPaddingBlockSM: 5,
        cellPaddingInlineSM: 8,
        cellFontSizeSM: 13,
      },
      Tabs: { horizontalItemPadding: '8px 0', horizontalItemGutter: 20 },
      Drawer: { paddingLG: 16 },
      Form: { itemMarginBottom: 12 },
      Segmented: { trackBg: colour.track, itemSelectedBg: colour.surface },
    },
  }
}
