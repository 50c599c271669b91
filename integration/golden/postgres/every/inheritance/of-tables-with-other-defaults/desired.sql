CREATE TABLE one (id int, a int DEFAULT 1, b text DEFAULT 'x');
CREATE TABLE two (a int DEFAULT 2, b text);
CREATE TABLE c (a int DEFAULT 1, x int) INHERITS (one, two);
CREATE TABLE d (a int DEFAULT NULL) INHERITS (one, two);
ALTER TABLE d ALTER a DROP DEFAULT;
