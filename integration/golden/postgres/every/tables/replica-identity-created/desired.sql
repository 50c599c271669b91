CREATE TABLE other (id int);
CREATE SCHEMA app;
CREATE TABLE app."order" (id int NOT NULL, a int);
CREATE UNIQUE INDEX "order id" ON app."order" (id);
ALTER TABLE app."order" REPLICA IDENTITY USING INDEX "order id";
CREATE TABLE app.full_one (id int);
ALTER TABLE app.full_one REPLICA IDENTITY FULL;
