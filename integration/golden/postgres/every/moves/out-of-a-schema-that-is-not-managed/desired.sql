-- @renamed from=a.t
CREATE TABLE t (id integer PRIMARY KEY);
