/** The colours of both themes, by their name in the design. `tokens.css` holds the same values; a test compares them. */
export const tokens = {
  light: {
    ground: '#f3f3ef', surface: '#ffffff', sunken: '#f8f8f5', line: '#dfdfd9', lineStrong: '#7f8792',
    ink: '#16202b', ink2: '#46515e', ink3: '#5b6673', bar: '#14284b', barMuted: '#b9c6dc',
    primary: '#1b3f73', primaryHover: '#28569b', primaryBg: '#e9eff7', primaryBorder: '#b3c5de', link: '#1d4f94', focus: '#1a66d6',
    rowHover: '#f5f7fa', track: '#e7e7e2',
    normal: '#1f6b04', normalEdge: '#9bcf86', dueSoon: '#8f4700', dueSoonFill: '#fff4e0', dueSoonEdge: '#e8b66b',
    urgent: '#b04a00', onUrgent: '#ffffff', overdue: '#b3101d', onOverdue: '#ffffff', overdueFill: '#fff0ef', overdueEdge: '#f3a8a3',
    stopped: '#4d5967', stoppedFill: '#eceef0', stoppedEdge: '#a7afb8', extended: '#1f4f8f', extendedFill: '#e8f0fa', extendedEdge: '#9db9de',
    provisional: '#5b3f8c', provisionalFill: '#f4f0fa', provisionalEdge: '#9a85c0', normalFill: '#eef8ea',
    procedure: '#6a3d9a', recording: '#0b6470', property: '#7a4a12', shirking: '#9c1f6b', callback: '#1d55a5',
    stageInquiry: '#c9d9ee', stageLegal: '#6b8fc4', stageApproval: '#1b3f73', beyond: '#ff9a4d', stay: '#5b6673',
  },
  dark: {
    ground: '#0e141c', surface: '#16202b', sunken: '#121a24', line: '#2a3645', lineStrong: '#74828f',
    ink: '#e9edf1', ink2: '#b9c3cd', ink3: '#98a4b1', bar: '#0a1a33', barMuted: '#a9b9d3',
    primary: '#2d5ea6', primaryHover: '#3a70be', primaryBg: '#1b2c45', primaryBorder: '#37557f', link: '#8fb6ee', focus: '#7fb0ff',
    rowHover: '#1a2633', track: '#0e141c',
    normal: '#6fcf5a', normalEdge: '#2f5a33', dueSoon: '#f0b35c', dueSoonFill: '#2e2413', dueSoonEdge: '#6d5326',
    urgent: '#ff9a4d', onUrgent: '#1c0f02', overdue: '#ff8a87', onOverdue: '#2a0506', overdueFill: '#321a1d', overdueEdge: '#7a3a3c',
    stopped: '#aab5c0', stoppedFill: '#222d39', stoppedEdge: '#4c5a69', extended: '#8fb6ee', extendedFill: '#1a2a42', extendedEdge: '#3d5d8c',
    provisional: '#c3a8f0', provisionalFill: '#261f38', provisionalEdge: '#6b5794', normalFill: '#16281a',
    procedure: '#c3a8f0', recording: '#66cbd8', property: '#d9a866', shirking: '#f08cc4', callback: '#8fb6ee',
    stageInquiry: '#35507a', stageLegal: '#7fa3da', stageApproval: '#d5e3f8', beyond: '#ff9a4d', stay: '#98a4b1',
  },
} as const
