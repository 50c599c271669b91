CREATE TABLE one (a int NOT NULL, b int, c int, CONSTRAINT one_a CHECK (a > 0), CONSTRAINT both_b CHECK (b > 0));
CREATE TABLE two (b int, d int, CONSTRAINT both_b CHECK (b > 0));
CREATE TABLE heir (c int, own int) INHERITS (one, two);
