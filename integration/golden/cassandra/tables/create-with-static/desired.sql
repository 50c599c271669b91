CREATE TABLE bills (account int, bill int, balance int static, amount int, PRIMARY KEY (account, bill));
