CREATE TABLE a (id int);
CREATE TABLE b (id int, other int);
CREATE SEQUENCE s OWNED BY b.id;
CREATE SEQUENCE t OWNED BY b.other;
