import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineTheme,
  rem,
} from '@mantine/core';
import classes from './mantine.module.css';

const gray: MantineColorsTuple = [
  '#f7f8f9',
  '#f0f1f3',
  '#e5e7ea',
  '#dadde1',
  '#c8ccd2',
  '#9aa1ab',
  '#5f6670',
  '#464c55',
  '#30353c',
  '#1d2025',
];

const dark: MantineColorsTuple = [
  '#dadce0',
  '#b8bcc3',
  '#9298a1',
  '#6f757e',
  '#3b4048',
  '#2c3037',
  '#202329',
  '#16181c',
  '#111316',
  '#0b0c0e',
];

const accent: MantineColorsTuple = [
  '#edf3fe',
  '#d9e5fc',
  '#b3cbf8',
  '#85abf2',
  '#5f8fec',
  '#3f77e3',
  '#1f5fd0',
  '#1a53b8',
  '#16479d',
  '#113878',
];

/** System fonts carry the Chinese: bundling one would weigh megabytes. */
const cjk = '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC"';

/** Mantine's theme made our own: dense, neutral, hairlines instead of shadows. */
export const theme = createTheme({
  fontFamily: `"Inter Variable", system-ui, ${cjk}, sans-serif`,
  fontFamilyMonospace: `"JetBrains Mono Variable", ui-monospace, ${cjk}, monospace`,
  headings: { fontFamily: `"Inter Variable", system-ui, ${cjk}, sans-serif`, fontWeight: '600' },
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(13), lg: rem(15), xl: rem(18) },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(24) },
  radius: { xs: rem(2), sm: rem(3), md: rem(4), lg: rem(6), xl: rem(8) },
  defaultRadius: 'md',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 2px 12px rgb(0 0 0 / 0.12)',
    lg: '0 2px 12px rgb(0 0 0 / 0.12)',
    xl: '0 8px 32px rgb(0 0 0 / 0.18)',
  },
  colors: { gray, dark, accent },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 24 } },
    Alert: { defaultProps: { variant: 'outline' } },
    Button: {
      defaultProps: { size: 'xs' },
      vars: (_theme: MantineTheme, { size }: { size?: string }) => ({
        root: size === 'xs' ? { '--button-height': rem(28), '--button-fz': rem(13) } : {},
        loader: {},
      }),
      styles: { label: { fontWeight: 500 } },
    },
    Checkbox: { defaultProps: { size: 'xs' } },
    CloseButton: { defaultProps: { size: 'xs' } },
    Fieldset: { defaultProps: { variant: 'unstyled' } },
    Input: {
      defaultProps: { size: 'xs' },
      vars: () => ({
        wrapper: { '--input-height': rem(28), '--input-fz': rem(13) },
        input: {},
        section: {},
      }),
    },
    InputWrapper: {
      defaultProps: { size: 'xs' },
      styles: { description: { fontSize: rem(12) }, error: { fontSize: rem(12) } },
    },
    Menu: {
      defaultProps: {
        shadow: 'md',
        transitionProps: { duration: 0 },
        // The placeholder is no menu item, which a menu may not hold.
        withInitialFocusPlaceholder: false,
      },
      styles: { item: { fontSize: rem(13), padding: `${rem(4)} ${rem(8)}` } },
    },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 0 },
        padding: 'lg',
        centered: true,
        yOffset: '2dvh',
        // The header element of a dialog is not the page's banner.
        attributes: { header: { role: 'presentation' } },
      },
      styles: {
        content: { border: '1px solid var(--hairline)' },
        title: { fontWeight: 600, fontSize: rem(15) },
      },
    },
    NativeSelect: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs', transitionDuration: 0 } },
    Tabs: {
      classNames: { list: classes.tabsList },
      styles: { tab: { padding: `${rem(6)} ${rem(12)}`, fontSize: rem(13) } },
    },
    Textarea: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, fz: 12 } },
  },
});

/** The variables Mantine derives that its defaults leave below WCAG AA or too heavy for us. */
export const cssVariablesResolver: CSSVariablesResolver = (own: MantineTheme) => ({
  variables: {},
  light: {
    '--mantine-color-placeholder': own.colors.gray[6],
    '--mantine-color-default-border': own.colors.gray[4],
    '--mantine-color-error': '#b42323',
  },
  dark: {
    '--mantine-color-placeholder': own.colors.dark[2],
    '--mantine-color-default-border': own.colors.dark[4],
    '--mantine-color-anchor': own.colors.accent?.[3] ?? '',
    '--mantine-color-error': '#ff8f86',
  },
});
