INSERT INTO bills (account, bill) VALUES (1, 2);
