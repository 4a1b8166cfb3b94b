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

const makeLeaf = (text: string): string => escapeHtml(nonBreaking(text)).replaceAll('\n', '<br>');

/**
 * A run of a thousand sheets says the same subjects, dates and marks over and over: each is made
 * once. Emptied when full, and after every document: some hold passwords.
 */
const leaves = new Map<string, string>();
const leavesKept = 4000;
const longestLeaf = 200;

const leaf = (text: string): string => {
  const known = leaves.get(text);
  if (known !== undefined) return known;
  const made = makeLeaf(text);
  if (text.length > longestLeaf) return made;
  if (leaves.size >= leavesKept) leaves.clear();
  leaves.set(text, made);
  return made;
};

/** Forgets the texts of a document that is written. */
export const forgetLeaves = (): void => leaves.clear();

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
