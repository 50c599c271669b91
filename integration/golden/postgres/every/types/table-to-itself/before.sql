CREATE TABLE t (id varchar(5) PRIMARY KEY, parent varchar(5) REFERENCES t);
