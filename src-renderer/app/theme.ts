import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import {
  Alert,
  Badge,
  Button,
  InputWrapper,
  Modal,
  Notification,
  Popover,
  Select,
  Tabs,
  TextInput,
  Tooltip,
  createTheme,
  convertCssVariables,
  defaultCssVariablesResolver,
  mergeMantineTheme,
  DEFAULT_THEME,
} from '@mantine/core';
import { buttons } from '../strings/common.ts';

/** Deep sea green: calm, and readable in white on shade 7. */
const office: MantineColorsTuple = [
  '#eaf4f5',
  '#d7e7e9',
  '#adcfd3',
  '#80b5bc',
  '#5b9fa8',
  '#42919c',
  '#2f818d',
  '#1d6b77',
  '#155a65',
  '#0b464f',
];

/** Slightly cold neutrals; the darkest are the night theme's surfaces. */
const dark: MantineColorsTuple = [
  '#d6dbe0',
  '#b9c1c9',
  '#929da8',
  '#6d7985',
  '#4b5763',
  '#3a4550',
  '#2c353e',
  '#222a32',
  '#1a2128',
  '#12181d',
];

const gray: MantineColorsTuple = [
  '#f6f8f9',
  '#eef1f3',
  '#e3e8eb',
  '#d3dae0',
  '#b9c3cb',
  '#94a1ac',
  '#6b7883',
  '#4c5862',
  '#36414a',
  '#212a31',
];

/** Filled buttons and light badges of these stay readable: white on 7, 9 on a tint. */
const red: MantineColorsTuple = [
  '#fdefee',
  '#f9dcda',
  '#f0b6b2',
  '#e68d87',
  '#de6a63',
  '#d3524a',
  '#c93f37',
  '#b0322b',
  '#982821',
  '#7c1c16',
];

const orange: MantineColorsTuple = [
  '#fdf3e4',
  '#f8e4c6',
  '#efc990',
  '#e5ab55',
  '#dc9326',
  '#cf8312',
  '#b8720a',
  '#975c05',
  '#7f4c02',
  '#683d00',
];

const green: MantineColorsTuple = [
  '#ebf6ee',
  '#d6ebdc',
  '#aed7ba',
  '#82c196',
  '#5eae77',
  '#459f62',
  '#368b52',
  '#287342',
  '#1e6036',
  '#124926',
];

/** Mantine makes hints of compact fields 11 px; an office reads them all day. */
const small = { fontSize: 12.5 };

const compact = { defaultProps: { size: 'xs' } };
const compactWithHint = { ...compact, styles: { description: small } };

const compactNames = [
  'ActionIcon',
  'Autocomplete',
  'Button',
  'Checkbox',
  'NumberInput',
  'PasswordInput',
  'Radio',
  'RadioGroup',
  'SegmentedControl',
  'Select',
  'Switch',
  'TextInput',
  'Textarea',
] as const;

export const theme = createTheme({
  colors: { office, dark, gray, red, orange, green },
  primaryColor: 'office',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "'PT Sans', 'Segoe UI', 'Liberation Sans', sans-serif",
  headings: { fontFamily: "'PT Sans', 'Segoe UI', 'Liberation Sans', sans-serif" },
  // Office density: `xs` is the size of nearly every control.
  fontSizes: { xs: '13px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ...Object.fromEntries(compactNames.map((name) => [name, compact])),
    Checkbox: compactWithHint,
    Radio: compactWithHint,
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      styles: { description: small, error: small },
    }),
    Alert: Alert.extend({ defaultProps: { variant: 'light' } }),
    Badge: Badge.extend({
      defaultProps: { size: 'md', radius: 'sm' },
      styles: { root: { textTransform: 'none', fontWeight: 700 } },
    }),
    // react-remove-scroll writes a <style>, which the CSP forbids; the page never scrolls anyway.
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        transitionProps: { duration: 120 },
        closeButtonProps: { 'aria-label': buttons.close },
      },
      styles: { title: { fontWeight: 700, fontSize: 16 } },
    }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': buttons.close } },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', withinPortal: true } }),
    Select: Select.extend({ defaultProps: { size: 'xs', checkIconPosition: 'right' } }),
    Tabs: Tabs.extend({ defaultProps: { activateTabWithKeyboard: true } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'xs' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400 } }),
  },
});

const resolver: CSSVariablesResolver = (full) => {
  const base = defaultCssVariablesResolver(full);
  return {
    variables: base.variables,
    light: {
      ...base.light,
      '--mantine-color-text': '#1d262c',
      '--mantine-color-dimmed': '#4c5862',
      '--mantine-color-placeholder': '#66737e',
      '--mantine-color-error': red[7],
    },
    dark: {
      ...base.dark,
      '--mantine-color-text': '#dfe4e8',
      '--mantine-color-dimmed': '#a9b4be',
      '--mantine-color-placeholder': '#94a1ac',
      '--mantine-color-error': red[3],
      // Links are read in rows under the pointer and in chosen ones too.
      '--mantine-color-office-text': office[3],
      '--mantine-color-red-text': red[3],
    },
  };
};

/**
 * Theme variables as a constructed stylesheet: Mantine would write a <style> element, and the
 * CSP allows no inline styles, while CSSOM is free of it.
 */
export const adoptThemeVariables = (): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    convertCssVariables(resolver(mergeMantineTheme(DEFAULT_THEME, theme)), ':root'),
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};
