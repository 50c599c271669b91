CREATE TABLE t (
  id int PRIMARY KEY,
  a text DEFAULT ('one'),
  b text NOT NULL,
  c json DEFAULT ('{"a":1}'),
  d varchar(20) DEFAULT ('in others'),
  e varchar(20) DEFAULT ('a word'),
  f blob
);
