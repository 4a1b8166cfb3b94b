/** Oldest Node.js that can load the program: better-sqlite3 13 crashes on older ones. */
const needed = [22, 12];

const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
};

/** Ends the process with a Russian explanation under an old Node.js instead of a crash. */
export const requireNode = () => {
  const version = process.versions.node;
  if (isNewEnough(version)) return;
  process.stderr.write(
    [
      `Программе нужен Node.js ${needed.join('.')} или новее, а запущен ${version}.`,
      'Выполните в папке программы «npm ci»: на Windows и Linux (x64) она поставит свой Node.js 24.',
      'На другом компьютере установите Node.js 24 и повторите.',
      '',
    ].join('\n'),
  );
  process.exit(1);
};
