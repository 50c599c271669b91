CREATE DOMAIN tag AS float8 DEFAULT random();
CREATE DOMAIN label AS tag;
CREATE DOMAIN level AS int DEFAULT 7;
CREATE DOMAIN fixed AS tag DEFAULT 1;
CREATE TABLE t (id int PRIMARY KEY, a tag, b label NOT NULL, c level NOT NULL, d fixed NOT NULL, e tag DEFAULT 5, f tag[], g tag DEFAULT NULL);
