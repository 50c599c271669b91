CREATE SCHEMA app;
CREATE TABLE app.t (id serial PRIMARY KEY, a int UNIQUE);
CREATE INDEX ON app.t (a);
CREATE TABLE t (id int REFERENCES app.t);
