CREATE SCHEMA app;
-- @renamed from=t
CREATE TABLE app.t (id int PRIMARY KEY, a int);
