CREATE TABLE orders (id bigint PRIMARY KEY, total integer, note text);
CREATE TABLE few (id int PRIMARY KEY);
