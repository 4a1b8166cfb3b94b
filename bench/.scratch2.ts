import Database from 'better-sqlite3';
const d = new Database(process.argv[2]!);
d.pragma('cache_size=-32000');
const T = (name: string, f: () => unknown) => {
  const ts: number[] = [];
  let r;
  for (let i = 0; i < 15; i++) {
    const t = performance.now();
    r = f();
    ts.push(performance.now() - t);
  }
  ts.sort((a, b) => a - b);
  console.log(name.padEnd(40), ts[7]!.toFixed(2), JSON.stringify(r).slice(0, 80));
};
for (const opts of ['', ', detail=none, columnsize=0', ', detail=column, columnsize=0']) {
  d.exec(
    `DROP TABLE IF EXISTS f; CREATE VIRTUAL TABLE f USING fts5(search, content='appeals', content_rowid='id', tokenize='unicode61', prefix='1 2 3 4'${opts}); INSERT INTO f(f) VALUES('rebuild'); INSERT INTO f(f) VALUES('optimize')`,
  );
  console.log('==', opts);
  for (const m of ['"ив"*', '"иванов"*', '"иванов"* "ан"*', '"тема"*', '"петрович77"*']) {
    const c = d.prepare('SELECT count(*) n FROM f WHERE f MATCH ?');
    T('count ' + m, () => c.get(m));
    const a = d.prepare('SELECT rowid FROM f WHERE f MATCH ?').pluck();
    T('rowids ' + m, () => a.all(m).length);
    const o = d
      .prepare('SELECT rowid FROM f WHERE f MATCH ? ORDER BY rowid DESC LIMIT 100')
      .pluck();
    T('rowids desc limit ' + m, () => o.all(m).length);
    const p = d
      .prepare(
        'SELECT id FROM appeals WHERE id IN (SELECT rowid FROM f WHERE f MATCH ?) ORDER BY year DESC, number DESC LIMIT 100',
      )
      .pluck();
    T('page IN ' + m, () => p.all(m).length);
    const q = d
      .prepare(
        'SELECT id FROM appeals INDEXED BY appeals_journal WHERE EXISTS (SELECT 1 FROM f WHERE f.rowid = appeals.id AND f MATCH ?) ORDER BY year DESC, number DESC LIMIT 100',
      )
      .pluck();
    T('page EXISTS ' + m, () => (m.includes('77') ? 0 : q.all(m).length));
  }
}
