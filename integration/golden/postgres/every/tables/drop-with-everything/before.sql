CREATE TABLE parent (id serial PRIMARY KEY, name text);
CREATE TABLE child (id int PRIMARY KEY, parent int REFERENCES parent);
CREATE VIEW both_of AS SELECT p.name FROM parent p JOIN child c ON c.parent = p.id;
