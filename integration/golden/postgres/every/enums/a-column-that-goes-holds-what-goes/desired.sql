CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE DOMAIN strict AS mood;
CREATE TABLE t (id int PRIMARY KEY, kept mood);
CREATE TABLE other (a mood DEFAULT 'sad');
