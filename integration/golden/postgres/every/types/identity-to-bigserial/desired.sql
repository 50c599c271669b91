CREATE SCHEMA app;
CREATE TABLE app."T t" ("Id" bigserial PRIMARY KEY, a int);
