import { createLogger, openLogFile } from '../../app/log.ts';
import type { Office } from '../../app/office.ts';
import { openRemoteOffice } from '../../app/remote-office.ts';
import { makeNamedFolder } from '../../app/safe-write.ts';
import type { Logger } from '../../ports/logger.ts';
import { actorName } from './data-folder.ts';
import { isOpenToOthers } from './private-files.ts';

export interface Launched {
  readonly office: Office;
  readonly log: Logger;
  /** Other users of this computer can look into the data folder. */
  readonly openToOthers: boolean;
}

/** The log of a data folder; the folder is made when it is not there. */
export const openLog = (folder: string) => {
  makeNamedFolder(folder);
  const writeLog = openLogFile(folder);
  return { writeLog, log: createLogger(writeLog) };
};

/**
 * Opens the office in its thread, with the log beside the data.
 * @throws OfficeError as `openRemoteOffice`
 */
export const launchOffice = async (folder: string, program: string): Promise<Launched> => {
  const { writeLog, log } = openLog(folder);
  const office = await openRemoteOffice({ folder, program, actor: actorName(), writeLog });
  log.info('opened', { program });
  const openToOthers = isOpenToOthers(folder);
  if (openToOthers) log.warn('folder-open-to-others');
  return { office, log, openToOthers };
};
