CREATE TABLE m (id int, gone text);
CREATE TABLE heir (own int) INHERITS (m);
CREATE TABLE other (more int) INHERITS (m);
CREATE TABLE joins (id int);
