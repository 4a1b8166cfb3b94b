/** The parts of the Word package the docx library does not let us choose, and its zip dates. */

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Core properties with a title only: no person's name and no clock reading goes into the file. */
const coreProperties = (title: string): string =>
  `${xml}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
  `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title>` +
  `<dc:language>ru-RU</dc:language></cp:coreProperties>`;

/** The library has no option for mirrored margins, so those documents get settings of their own. */
const mirroredSettings =
  `${xml}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
  '<w:mirrorMargins/><w:defaultTabStop w:val="708"/><w:compat>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
  '</w:compat></w:settings>';

export interface PackagePart {
  readonly path: string;
  readonly data: string;
}

/** Parts written instead of the library's own. Mirroring holds for the whole document in Word. */
export const packageParts = (title: string, mirrored: boolean): readonly PackagePart[] => [
  { path: 'docProps/core.xml', data: coreProperties(title) },
  ...(mirrored ? [{ path: 'word/settings.xml', data: mirroredSettings }] : []),
];

const endOfDirectory = 0x06054b50;
/** 1 January 1980, midnight: the first date of the zip format. */
const fixedDate = 0x0021_0000;

/** Sets every entry's date to a fixed one, in place, so that equal documents are equal files. */
export const fixZipDates = (file: Uint8Array): void => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = file.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) {
    throw new Error('The Word package does not end with a zip directory');
  }
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    view.setUint32(at + 12, fixedDate, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, fixedDate, true);
    const sizes = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += 46 + sizes.reduce((sum, size) => sum + size, 0);
  }
};
