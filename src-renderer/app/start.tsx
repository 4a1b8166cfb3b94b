import '@fontsource/pt-sans/cyrillic-400.css';
import '@fontsource/pt-sans/cyrillic-700.css';
import '@fontsource/pt-sans/latin-400.css';
import '@fontsource/pt-sans/latin-700.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './theme.css';
import 'dayjs/locale/ru';
import dayjs from 'dayjs';
import { createRoot } from 'react-dom/client';
import { shell as text } from '../strings/shell.ts';
import { App } from './App.tsx';
import { adoptThemeVariables } from './theme.ts';

/** Puts the program on the page. */
export const start = (): void => {
  dayjs.locale('ru');
  document.title = text.program;
  adoptThemeVariables();
  const root = document.querySelector('#root');
  if (root) createRoot(root).render(<App />);
};
