/**
 * XML of docx components, written piece by piece. The library itself builds the whole document
 * three times over before it writes a letter (components, objects, text): a thousand sheets would
 * take more than half a gigabyte.
 */

import { Document } from 'docx';
import type { IContext, IXmlableObject, Paragraph, Table } from 'docx';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
  '<': '&lt;',
  '>': '&gt;',
};

/** Characters XML 1.0 has no place for are dropped. */
// oxlint-disable-next-line no-control-regex
const special = /[&"'<>\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu;

const escaped = (value: unknown): string =>
  String(value).replace(special, (char) => escapes[char] ?? '');

const attributesOf = (attributes: Readonly<Record<string, unknown>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');

const isObject = (value: unknown): value is IXmlableObject =>
  typeof value === 'object' && value !== null;

/**
 * One element of the library's form, `{ 'w:p': [{ _attr: … }, child, 'text'] }`, as XML text. Text
 * is joined, never spread: a table of thousands of rows would not fit a call's arguments.
 */
export const writeXml = (element: IXmlableObject): string => {
  const [name] = Object.keys(element);
  if (name === undefined) return '';
  const value: unknown = element[name];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  let attributes = '';
  let inside = '';
  for (const item of items) {
    if (!isObject(item)) {
      if (item !== undefined && item !== null) inside += escaped(item);
    } else if (item['_attr'] === undefined) inside += writeXml(item);
    else attributes += attributesOf(item['_attr']);
  }
  return inside === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inside}</${name}>`;
};

/** What components need to know of the document they stand in: none of ours refers to its parts. */
const contextOf = (file: Document): IContext => ({ file, viewWrapper: file.Document, stack: [] });

/** Writes components one by one, so that each may be forgotten before the next is made. */
export const createXmlWriter = (): ((children: readonly (Paragraph | Table)[]) => string) => {
  const context = contextOf(new Document({ sections: [] }));
  return (children) =>
    children
      .map((child) => {
        const element = child.prepForXml(context);
        return element ? writeXml(element) : '';
      })
      .join('');
};

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** `word/document.xml` of a document as it is. */
export const documentXml = (file: Document): string => {
  const element = file.Document.View.prepForXml(contextOf(file));
  if (!element) throw new Error('The Word document has no body');
  return declaration + writeXml(element);
};
