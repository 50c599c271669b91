CREATE TABLE base (a int NOT NULL, gone int, kind varchar(5), CHECK (a > 0));
CREATE TABLE heir (c int) INHERITS (base);
ALTER TABLE heir ALTER kind SET DEFAULT 'h';
