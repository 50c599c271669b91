create table "users" ( -- everybody
  [id] integer primary key,
  `email` text default 'x' not null, /* where to write */
  "age" integer
    check ( age>=0 )
);
create index if not exists users_by_email on users("email");
create view adults as
  select id from users where age >= 18;
