INSERT INTO bills (id, number) VALUES (1, 7);
