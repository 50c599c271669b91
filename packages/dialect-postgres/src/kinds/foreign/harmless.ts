/** Of servers that are reached by libpq: where they are and how to speak to them, without who one is there. */
const connections = `application_name channel_binding client_encoding connect_timeout dbname fallback_application_name gssencmode gsslib host hostaddr keepalives
  keepalives_count keepalives_idle keepalives_interval krbsrvname load_balance_hosts max_protocol_version min_protocol_version port replication require_auth service
  ssl_max_protocol_version ssl_min_protocol_version sslcertmode sslcompression sslcrl sslcrldir sslmode sslnegotiation sslrootcert sslsni target_session_attrs
  tcp_user_timeout`;

/** Of postgres_fdw. */
const plans = `analyze_sampling async_capable batch_size extensions fdw_startup_cost fdw_tuple_cost fetch_size keep_connections parallel_abort parallel_commit
  schema_name table_name column_name truncatable updatable use_remote_estimate`;

/** Of file_fdw. What a program is called with is not known to be harmless. */
const files = `filename format header delimiter quote escape null default encoding force_not_null force_null on_error log_verbosity reject_limit`;

/** Of wrappers for other engines: names of what is there, and how much of it is read at once. */
const others = `address character_set collection database db_name dbserver isolation_level key key_column language local_tuple_estimate max_blob_size
  msg_handler nchar port prefetch primary_key readonly row_estimate_method row_key schema servername sql_mode table tablename tds_version`;

/**
 * Names of options that are known to hold nothing a person logs in with. What is not among them may be a key under any name: wrappers call their options as they like.
 * https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS, https://www.postgresql.org/docs/current/postgres-fdw.html
 */
export const harmless: ReadonlySet<string> = new Set(
  [connections, plans, files, others].flatMap((names) => names.split(/\s+/)),
);
