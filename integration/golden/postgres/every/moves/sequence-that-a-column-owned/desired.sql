CREATE schema app;
CREATE sequence public.s;
CREATE table app.t (id int primary key, n int default nextval('public.s'));
