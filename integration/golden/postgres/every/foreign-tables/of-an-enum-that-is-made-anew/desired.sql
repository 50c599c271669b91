CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'far.example', dbname 'there');
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE FOREIGN TABLE ft (id int NOT NULL, m mood, l mood[]) SERVER far;
