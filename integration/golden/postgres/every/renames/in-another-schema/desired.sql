CREATE SCHEMA app;
CREATE TABLE app.u (id serial PRIMARY KEY, a int UNIQUE);
CREATE INDEX ON app.u (a);
CREATE TABLE t (id int REFERENCES app.u);
