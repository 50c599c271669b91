CREATE DOMAIN tag AS float8 DEFAULT random();
CREATE DOMAIN label AS tag;
CREATE DOMAIN level AS int DEFAULT 7;
CREATE DOMAIN fixed AS tag DEFAULT 1;
CREATE TABLE t (id int PRIMARY KEY, a tag, b label, c level NOT NULL, d level DEFAULT (random() * 100 + 8)::int);
