CREATE DOMAIN positive AS int NOT NULL CHECK (VALUE > 0);
CREATE DOMAIN code AS text CHECK (VALUE <> '');
CREATE TABLE renamed (id int PRIMARY KEY, free int DEFAULT 1, kept positive, codes text[], name code, more positive DEFAULT 3);
CREATE TABLE u (free text, codes code[]);
