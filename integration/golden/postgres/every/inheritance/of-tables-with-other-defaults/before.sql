CREATE TABLE one (id int, a int DEFAULT 1, b text DEFAULT 'x');
CREATE TABLE two (a int DEFAULT 2, b text);
