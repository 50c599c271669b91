CREATE TABLE other (id int);
CREATE SCHEMA app;
-- @renamed from=t
CREATE TABLE app.users (id int PRIMARY KEY, a int);
