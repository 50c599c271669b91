CREATE schema app;
CREATE sequence app.s;
CREATE table app.t (id int primary key, n int default nextval('app.s'));
ALTER sequence app.s owned by app.t.n;
