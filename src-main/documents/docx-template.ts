/** A school's own Word file with «{{поля}}», filled by the docx library's patcher. */

import { PatchType, TextRun, patchDetector, patchDocument } from 'docx';

/**
 * Fields as they are typed in the file, each once: in the text, tables, headers and footers, also
 * where Word has cut a field into several runs. The caller has checked the zip before.
 */
export const templateKeys = (file: Uint8Array): Promise<readonly string[]> =>
  patchDetector({ data: file });

/** The file with every field replaced; `value` gets the field as it is typed. */
export const fillTemplate = async (
  file: Uint8Array,
  value: (key: string) => string,
): Promise<Uint8Array> => {
  const keys = await templateKeys(file);
  if (keys.length === 0) return file;
  return patchDocument({
    outputType: 'uint8array',
    data: file,
    patches: Object.fromEntries(
      keys.map((key) => [
        key,
        { type: PatchType.PARAGRAPH, children: [new TextRun({ text: value(key) })] },
      ]),
    ),
  });
};
