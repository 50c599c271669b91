CREATE TABLE base (a int NOT NULL, d bigint, e int, CONSTRAINT a_is_positive CHECK (a > 0));
CREATE TABLE other (a int, c int, gone int, CONSTRAINT a_is_positive CHECK (a > 0), CONSTRAINT c_is_small CHECK (c < 9));
CREATE TABLE heir (own int, c int) INHERITS (base);
