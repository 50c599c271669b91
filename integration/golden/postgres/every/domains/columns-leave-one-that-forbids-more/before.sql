CREATE DOMAIN positive AS int;
CREATE DOMAIN code AS text;
CREATE TABLE t (id int PRIMARY KEY, free positive DEFAULT 1, kept positive, gone positive, codes code[], name code);
CREATE TABLE u (free code, codes code[]);
