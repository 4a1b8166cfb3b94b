/** Text leaves of the print HTML: escaping, line breaks, non-breaking spaces, runs. */

import { nonBreaking } from '../domain/russian.ts';
import type { Content, Run } from './model.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe between tags and inside quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

/** A text inside a CSS string: everything outside letters, digits and spaces as a code point. */
export const cssString = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} .,-]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `)}"`;

const leaf = (text: string): string => escapeHtml(nonBreaking(text)).replaceAll('\n', '<br>');

const runHtml = (run: Run): string => {
  let html = leaf(run.text);
  if (run.underline === true) html = `<u>${html}</u>`;
  if (run.italic === true) html = `<i>${html}</i>`;
  if (run.bold === true) html = `<b>${html}</b>`;
  if (run.mono === true) html = `<span class="mono">${html}</span>`;
  return run.sizePt === undefined ? html : `<span style="font-size:${run.sizePt}pt">${html}</span>`;
};

export const contentHtml = (content: Content): string =>
  typeof content === 'string' ? leaf(content) : content.map(runHtml).join('');
