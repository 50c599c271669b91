CREATE TABLE bills (account int, bill int, balance decimal static, PRIMARY KEY (account, bill));
