CREATE TABLE bills (account int, bill int, note text static, PRIMARY KEY (account, bill));
