CREATE TABLE t (
  id int PRIMARY KEY,
  a text,
  b text NOT NULL DEFAULT ('one'),
  c json DEFAULT ('{}'),
  d varchar(20) DEFAULT ('in brackets'),
  e varchar(20) DEFAULT 'a word',
  f blob DEFAULT ('x')
);
