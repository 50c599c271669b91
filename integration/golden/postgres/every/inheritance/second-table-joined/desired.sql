CREATE TABLE base (a int NOT NULL, kind varchar(9), d int DEFAULT 4, CHECK (a > 0));
CREATE TABLE other (c int, z int, e int, CONSTRAINT e_is_small CHECK (e < 9));
CREATE TABLE heir (c int, z int, e int DEFAULT 5) INHERITS (base, other);
ALTER TABLE heir ALTER kind SET DEFAULT 'h';
ALTER TABLE heir ALTER d SET DEFAULT 7;
