CREATE TABLE p (id int, down int DEFAULT 3);
CREATE TABLE c (up text DEFAULT 'u', also int) INHERITS (p);
CREATE TABLE d (up text NOT NULL DEFAULT 'w', CONSTRAINT long CHECK (length(up) > 0)) INHERITS (p);
