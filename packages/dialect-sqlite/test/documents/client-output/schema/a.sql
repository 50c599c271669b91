CREATE TABLE t(id integer primary key autoincrement, a text default 'x;y');
CREATE TABLE sqlite_sequence(name,seq);
CREATE VIRTUAL TABLE f using fts5(a,b)
/* f(a,b) */;
CREATE TABLE IF NOT EXISTS 'f_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE IF NOT EXISTS 'f_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS 'f_content'(id INTEGER PRIMARY KEY, c0, c1);
CREATE TABLE IF NOT EXISTS 'f_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE IF NOT EXISTS 'f_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE VIRTUAL TABLE r using rtree(id,x0,x1,+n text)
/* r(id,x0,x1,n) */;
CREATE TABLE IF NOT EXISTS "r_rowid"(rowid INTEGER PRIMARY KEY,nodeno,a0);
CREATE TABLE IF NOT EXISTS "r_node"(nodeno INTEGER PRIMARY KEY,data);
CREATE TABLE IF NOT EXISTS "r_parent"(nodeno INTEGER PRIMARY KEY,parentnode);
CREATE VIEW v as select a from t where a>'1'
/* v(a) */;
CREATE INDEX i on t(a collate nocase desc) where a is not null;
CREATE TRIGGER tr after update on t begin update t set a=case when new.id>1 then 'end' else new.a end; end;
CREATE TABLE IF NOT EXISTS "we ird"("a b" int);
CREATE TABLE sqlite_stat1(tbl,idx,stat);
CREATE VIRTUAL TABLE f4 using fts4(body)
/* f4(body) */;
CREATE TABLE IF NOT EXISTS 'f4_content'(docid INTEGER PRIMARY KEY, 'c0body');
CREATE TABLE IF NOT EXISTS 'f4_segments'(blockid INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE IF NOT EXISTS 'f4_segdir'(level INTEGER,idx INTEGER,start_block INTEGER,leaves_end_block INTEGER,end_block INTEGER,root BLOB,PRIMARY KEY(level, idx));
CREATE TABLE IF NOT EXISTS 'f4_docsize'(docid INTEGER PRIMARY KEY, size BLOB);
CREATE TABLE IF NOT EXISTS 'f4_stat'(id INTEGER PRIMARY KEY, value BLOB);
