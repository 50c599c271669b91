CREATE TABLE m (id int, n int DEFAULT 5);
CREATE TABLE heir (id int, gone text, own int, n int DEFAULT 5);
CREATE TABLE other (more int) INHERITS (m);
CREATE TABLE joins (id int, n int DEFAULT 5) INHERITS (m);
