CREATE TABLE one (a int, b int DEFAULT 1);
CREATE TABLE two (b int DEFAULT 2, c int, e int);
CREATE TABLE three (d int);
CREATE TABLE heir (b int DEFAULT 3, own int) INHERITS (one, two);
