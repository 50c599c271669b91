INSERT INTO t VALUES (1, 2, 3); INSERT INTO u VALUES (DEFAULT); SELECT nextval('q'), nextval('r'), nextval('s');
