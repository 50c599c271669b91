CREATE TYPE mood AS ENUM ('ok', 'sad', 'mad');
CREATE DOMAIN strict AS mood;
CREATE TABLE t (id int PRIMARY KEY, old mood NOT NULL DEFAULT 'mad', kept mood, list mood[], strict strict);
CREATE INDEX t_old ON t (old) WHERE old <> 'ok';
CREATE TABLE other (a mood DEFAULT 'sad');
