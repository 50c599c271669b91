INSERT INTO t (id, short, wider, long_text) VALUES (1, 'häß', 'y', 'long'), (2, NULL, '', NULL);
