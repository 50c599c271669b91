CREATE TABLE users (id int PRIMARY KEY, name text); GRANT SELECT ON TABLE users TO ada;
