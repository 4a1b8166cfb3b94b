import { renderDocx } from '../../documents/docx.ts';
import type { PaperSettings } from '../../documents/paper.ts';
import { packageFileName } from '../../domain/summary.ts';
import { summaryForm } from './forms/summary.ts';
import { sealPackage } from './package.ts';
import type { StoredVersion } from './repository.ts';
import { summaryWorkbook } from './forms/workbook.ts';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface PackageFiles {
  readonly docx: NamedFile;
  readonly xlsx: NamedFile;
  readonly json: NamedFile;
}

/** The three files of a version; made from frozen data only, so they are the same every time. */
export const packageFiles = async (
  { content, sha256 }: StoredVersion,
  paper: PaperSettings,
): Promise<PackageFiles> => {
  const name = packageFileName(content.period.to, content.school.shortName, content.version);
  const sealed = sealPackage(content);
  const json = `${JSON.stringify(sealed, null, 2)}\n`;
  return {
    docx: { name: `${name}.docx`, bytes: await renderDocx(summaryForm(content, sha256), paper) },
    xlsx: { name: `${name}.xlsx`, bytes: await summaryWorkbook(sealed) },
    json: { name: `${name}.json`, bytes: new TextEncoder().encode(json) },
  };
};
