import { z } from 'zod';
import { packageSchemaVersion, summaryPackage } from '../../contract/summary-package.ts';

/** The published description of the package, `resources/information-summary.schema.json`. */
export const packageJsonSchema = (): Record<string, unknown> => ({
  title: 'Информационная справка: пакет для свода',
  description:
    `Версия формата ${packageSchemaVersion}; пакеты версии 1 читаются, в них учтены все обращения. sha256 – SHA-256 (hex) канонического JSON без поля sha256: ` +
    'ключи по возрастанию кодов знаков на каждом уровне, без пробелов, UTF-8. ' +
    'quarterHours – целое число четвертей часа: 50 – это 12,5 часа.',
  ...z.toJSONSchema(summaryPackage, { target: 'draft-2020-12' }),
});

/** Text of the file. */
export const packageJsonSchemaText = (): string =>
  `${JSON.stringify(packageJsonSchema(), null, 2)}\n`;
