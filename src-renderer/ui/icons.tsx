import type { JSX } from 'react';

/** Icons of the program: one 20×20 grid, one stroke, the colour of the text around. */
const paths = {
  home: 'M3 9.5 10 3.5l7 6M5 8.5V16.5h10V8.5M8.5 16.5v-4.5h3v4.5',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 16.5c.4-3 2.6-4.5 5.5-4.5s5.1 1.5 5.5 4.5M13 3.8a3 3 0 0 1 0 5.4M15 12.3c1.7.6 2.7 2 3 4.2',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 16.5c.5-3 2.9-4.5 6-4.5s5.5 1.5 6 4.5',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  absence: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5M8 10.5l4 4M12 10.5l-4 4',
  appeal: 'M3 4.5h14v9H9l-3.5 3v-3H3zM6.5 7.5h7M6.5 10.5h4.5',
  resource:
    'M8.5 11.5a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.7 2.7a3 3 0 0 0 4.3 4.3l1-1',
  hours: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4.2l2.8 1.8',
  report: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 9.5h5.5M7.5 12h5.5M7.5 14.5h3.5',
  book: 'M10 5c-2-1.5-4.3-1.8-7-1.5v12c2.7-.3 5 0 7 1.5 2-1.5 4.3-1.8 7-1.5v-12c-2.7-.3-5 0-7 1.5ZM10 5v12',
  settings:
    'M3 6h8M15 6h2M3 14h2M9 14h8M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  history: 'M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7M3.5 3.5V7H7M10 6.5v3.8l2.5 1.5',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  filter: 'M3 4.5h14l-5.5 6.5v5l-3 1.5V11z',
  columns: 'M3.5 4h13v12h-13zM8 4v12M12 4v12',
  view: 'M4 3.5h12v14l-6-4-6 4z',
  sheet: 'M3.5 3.5h13v13h-13zM3.5 8h13M3.5 12h13M8.5 8v8.5',
  grades: 'M3.5 3.5h13v13h-13zM12.5 6.5h-4l-.5 3.2c2.3-.8 4.8 0 4.8 2.1 0 2-2.6 2.7-5 1.5',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  check: 'M4 10.5l4 4 8-9',
  close: 'M5 5l10 10M15 5 5 15',
  edit: 'M4 16l.8-3.5L13.5 3.8l2.7 2.7L7.5 15.2zM11.5 5.8l2.7 2.7',
  trash: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.8 11.5h7.4l.8-11.5M8.5 8.5v5.5M11.5 8.5v5.5',
  print: 'M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z',
  download: 'M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13',
  upload: 'M10 13V3.5M6 7.5l4-4 4 4M3.5 16.5h13',
  folder: 'M2.5 5h5l2 2h8v9.5h-15z',
  file: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5',
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5',
  warning: 'M10 3.5 18 16.5H2zM10 8v4M10 14.3v.2',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.5v4M10 6.6v.2',
  sun: 'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.4 4.4l1 1M14.6 14.6l1 1M4.4 15.6l1-1M14.6 5.4l1-1',
  moon: 'M16.5 11.5A7 7 0 0 1 8.5 3.5a7 7 0 1 0 8 8Z',
  screen: 'M3 4h14v9.5H3zM7.5 16.5h5M10 13.5v3',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.1M8.5 8.5h.1M11.5 8.5h.1M14.5 8.5h.1M6.5 11.5h7',
  chevronLeft: 'M12 4.5 6.5 10l5.5 5.5',
  chevronRight: 'M8 4.5l5.5 5.5L8 15.5',
  chevronDown: 'M4.5 7.5 10 13l5.5-5.5',
  arrowUp: 'M10 16V4.5M5.5 9 10 4.5 14.5 9',
  arrowDown: 'M10 4v11.5M5.5 11 10 15.5 14.5 11',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  copy: 'M7 7h9.5v9.5H7zM4.5 13h-1V3.5H13v1',
  merge: 'M5 3.5v3a4 4 0 0 0 4 4h6M5 16.5v-2a4 4 0 0 1 4-4M12 7l3.5 3.5L12 14',
  lock: 'M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9M10 12v2',
  key: 'M6.5 17a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM9 11l7.5-7.5M13.5 6.5l2.5 2.5',
  eye: 'M2 10c2-3.7 4.7-5.5 8-5.5s6 1.8 8 5.5c-2 3.7-4.7 5.5-8 5.5S4 13.7 2 10ZM10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  chart: 'M3.5 3v13.5H17M7 13v-3M10.5 13V6M14 13V8.5',
  external: 'M8 4.5H3.5v12h12V12M11.5 3.5h5v5M16.5 3.5 9.5 10.5',
} as const;

export type IconName = keyof typeof paths;

export interface IconProps {
  readonly name: IconName;
  /** Pixels; 18 by default. */
  readonly size?: number;
}

/** Decorative: the text beside it or the button's label says what it means. */
export const Icon = ({ name, size = 18 }: IconProps): JSX.Element => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.5}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={paths[name]} />
  </svg>
);
