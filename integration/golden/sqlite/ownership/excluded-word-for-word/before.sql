CREATE TABLE users (id INTEGER PRIMARY KEY, Email text, logins);
create index /* why */ tmp_index on users ( Email collate nocase /* c */ desc ) -- sorted
  where logins > 1 -- only those
;
create trigger tmp_trigger /* head */ after insert
  on users -- comment
begin
  select 1; -- inside
end;
create view tmp_broken /* head */ as select gone, Email -- inside
  from users -- end
;
