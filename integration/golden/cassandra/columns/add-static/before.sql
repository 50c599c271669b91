CREATE TABLE bills (account int, bill int, PRIMARY KEY (account, bill));
