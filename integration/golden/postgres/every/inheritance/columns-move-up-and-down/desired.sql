CREATE TABLE p (id int, up text, CONSTRAINT long CHECK (length(up) > 0));
CREATE TABLE c (down int DEFAULT 4, also int) INHERITS (p);
CREATE TABLE d (down int) INHERITS (p);
