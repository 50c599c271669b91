INSERT INTO t VALUES ('ok', '{happy,ok}'), (NULL, NULL);
INSERT INTO u VALUES ('happy');
