CREATE SCHEMA s;
CREATE SCHEMA b;
CREATE TABLE b.t (id int, e text, more int);
CREATE TABLE s.t (id int PRIMARY KEY);
CREATE TABLE b.called_as_another_goes (a int);
